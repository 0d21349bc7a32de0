import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { HomePageQuery } from "../gen/graphql.ts";
import { daysLeft } from "../ui/dates.ts";
import { Figures } from "../ui/Figures.tsx";
import { figure } from "../ui/plural.ts";
import { useSite } from "../ui/site.ts";
import { Time } from "../ui/Time.tsx";
import { Part } from "../ui/Unavailable.tsx";
import { EditionItem } from "./parts/EditionItem.tsx";
import { ScenarioItem } from "./parts/ScenarioItem.tsx";

const page = definePage({
  query: graphql(`
    query HomePage {
      currentCampaign {
        id
        label
        target
        retainedCount
        themes(first: 1) {
          totalCount
        }
      }
      openCampaign {
        id
        label
        call {
          closesAt
        }
        themes(first: 1) {
          totalCount
        }
      }
      participation(by: ACADEMY) {
        rows {
          key
        }
      }
      scenarios(first: 4) {
        totalCount
        nodes {
          ...ScenarioItem
        }
      }
      editions(filter: { states: [PUBLISHED] }, first: 4) {
        nodes {
          ...EditionItem
        }
      }
    }
  `),
  head: () => ({
    title: t`Les travaux académiques mutualisés`,
    description: t`Des équipes d’enseignants de toutes les académies essaient en classe, écrivent ensemble et partagent des scénarios pédagogiques.`,
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Home() {
  const { data, failed } = page.useData();
  return (
    <>
      <section className="hero">
        <div className="fr-container">
          <h1>{t`Les travaux académiques mutualisés`}</h1>
          <p className="fr-text--lead">
            <Trans>
              Chaque année, une centaine d’équipes d’enseignants explorent un thème du numérique éducatif. Elles
              essaient en classe, écrivent ensemble des scénarios pédagogiques et les publient, ouverts à toutes et à
              tous.
            </Trans>
          </p>
          <p className="hero__links">
            <Link className="fr-btn" to="/scenarios">
              {t`Trouver un scénario`}
            </Link>
            <Link className="fr-btn fr-btn--secondary" to="/themes">
              {t`Voir les thèmes`}
            </Link>
          </p>
        </div>
      </section>
      {data.openCampaign && <OpenCall campaign={data.openCampaign} />}
      <div className="fr-container fr-py-6w">
        <CampaignFigures data={data} />
        <HowItWorks />
        <section>
          <h2>{t`Derniers scénarios`}</h2>
          <Part
            value={data.scenarios}
            failed={failed("scenarios")}
            empty={<p>{t`Aucun scénario n’est encore publié.`}</p>}
          >
            {({ nodes, totalCount }) => (
              <>
                <ul className="items">
                  {nodes.map((scenario) => (
                    <ScenarioItem key={scenario.id} scenario={scenario} />
                  ))}
                </ul>
                <p>
                  <Link to="/scenarios">
                    <Trans>Voir les {figure(totalCount)} scénarios</Trans>
                  </Link>
                </p>
              </>
            )}
          </Part>
        </section>
        <section>
          <h2>{t`La lettre Édu_Num`}</h2>
          <Part
            value={data.editions?.nodes}
            failed={failed("editions")}
            empty={<p>{t`Aucun numéro n’est encore paru.`}</p>}
          >
            {(editions) => (
              <ul className="items">
                {editions.map((edition) => (
                  <EditionItem key={edition.id} edition={edition} />
                ))}
              </ul>
            )}
          </Part>
          <p>
            <Link to="/lettres">{t`Toutes les séries de la lettre`}</Link>
          </p>
        </section>
      </div>
    </>
  );
}

function OpenCall({ campaign }: { campaign: NonNullable<HomePageQuery["openCampaign"]> }) {
  const { now } = useSite().clock;
  const { closesAt } = campaign.call;
  const themes = campaign.themes?.totalCount;
  const left = now && `, ${daysLeft(now, closesAt)}`;
  return (
    <section className="fr-notice fr-notice--info" aria-label={t`Appel à candidatures`}>
      <div className="fr-container">
        <div className="fr-notice__body">
          <p>
            <span className="fr-notice__title">
              <Trans>L’appel à candidatures {campaign.label} est ouvert.</Trans>
            </span>{" "}
            <span className="fr-notice__desc">
              {themes ? (
                <Trans>
                  Les académies proposent leurs projets sur {plural(themes, { one: "# thème", other: "# thèmes" })}{" "}
                  jusqu’au <Time at={closesAt} as="deadline" />
                  {left}.
                </Trans>
              ) : (
                <Trans>
                  Les académies proposent leurs projets jusqu’au <Time at={closesAt} as="deadline" />
                  {left}.
                </Trans>
              )}
            </span>{" "}
            <Link className="fr-notice__link" to={`/themes?campagne=${campaign.id}`}>
              {t`Voir les thèmes de l’appel`}
            </Link>
          </p>
        </div>
      </div>
    </section>
  );
}

function CampaignFigures({ data }: { data: HomePageQuery }) {
  const campaign = data.currentCampaign;
  const academies = data.participation?.rows.length;
  const figures = [
    campaign && {
      value: figure(campaign.retainedCount),
      label: t`équipes retenues pour ${figure(campaign.target)} visées`,
    },
    campaign?.themes && { value: figure(campaign.themes.totalCount), label: t`thèmes de travail` },
    academies && { value: figure(academies), label: t`académies participantes` },
    data.scenarios && { value: figure(data.scenarios.totalCount), label: t`scénarios publiés` },
  ].filter((one) => one != null && one !== 0);
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>{campaign ? t`La campagne ${campaign.label} en chiffres` : t`Le programme en chiffres`}</h2>
      <Figures figures={figures} />
    </section>
  );
}

const steps = [
  {
    title: t`L’appel`,
    text: t`Le ministère propose des thèmes, en accord avec l’inspection générale. Les académies y répondent par des projets ; une centaine d’équipes sont retenues.`,
  },
  {
    title: t`Le groupe`,
    text: t`Chaque équipe réunit au moins trois enseignants, un professeur référent et un inspecteur qui la pilote. Les référents de toutes les académies d’un thème travaillent ensemble avec les experts du ministère.`,
  },
  {
    title: t`La classe`,
    text: t`Les enseignants mettent en œuvre des séquences avec leurs élèves, échangent leurs pratiques et consignent ce qu’ils ont observé.`,
  },
  {
    title: t`La publication`,
    text: t`Les scénarios sont relus, leurs droits vérifiés, puis publiés sur les sites des académies, sans identification, et indexés dans ÉDU’base.`,
  },
  {
    title: t`La lettre`,
    text: t`Chaque publication est relayée par la lettre Édu_Num et les comptes disciplinaires. Une synthèse de chaque thème en tire le bilan.`,
  },
];

const HowItWorks = () => (
  <section>
    <h2>{t`Comment ça marche`}</h2>
    <ol className="steps fr-raw-list">
      {steps.map(({ title, text }, rank) => (
        <li key={title}>
          <h3>
            {rank + 1}. {title}
          </h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  </section>
);
