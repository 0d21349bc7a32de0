import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { HomePageQuery } from "../gen/graphql.ts";
import { daysLeft } from "../ui/dates.ts";
import { Figures } from "../ui/Figures.tsx";
import { count, figure } from "../ui/plural.ts";
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
    title: "Les travaux académiques mutualisés",
    description:
      "Des équipes d’enseignants de toutes les académies essaient en classe, écrivent ensemble et partagent des scénarios pédagogiques.",
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
          <h1>Les travaux académiques mutualisés</h1>
          <p className="fr-text--lead">
            Chaque année, une centaine d’équipes d’enseignants explorent un thème du numérique éducatif. Elles essaient
            en classe, écrivent ensemble des scénarios pédagogiques et les publient, ouverts à toutes et à tous.
          </p>
          <p className="hero__links">
            <Link className="fr-btn" to="/scenarios">
              Trouver un scénario
            </Link>
            <Link className="fr-btn fr-btn--secondary" to="/themes">
              Voir les thèmes
            </Link>
          </p>
        </div>
      </section>
      {data.openCampaign && <OpenCall campaign={data.openCampaign} />}
      <div className="fr-container fr-py-6w">
        <CampaignFigures data={data} />
        <HowItWorks />
        <section>
          <h2>Derniers scénarios</h2>
          <Part value={data.scenarios} failed={failed("scenarios")} empty={<p>Aucun scénario n’est encore publié.</p>}>
            {({ nodes, totalCount }) => (
              <>
                <ul className="items">
                  {nodes.map((scenario) => (
                    <ScenarioItem key={scenario.id} scenario={scenario} />
                  ))}
                </ul>
                <p>
                  <Link to="/scenarios">Voir les {figure(totalCount)} scénarios</Link>
                </p>
              </>
            )}
          </Part>
        </section>
        <section>
          <h2>La lettre Édu_Num</h2>
          <Part value={data.editions?.nodes} failed={failed("editions")} empty={<p>Aucun numéro n’est encore paru.</p>}>
            {(editions) => (
              <ul className="items">
                {editions.map((edition) => (
                  <EditionItem key={edition.id} edition={edition} />
                ))}
              </ul>
            )}
          </Part>
          <p>
            <Link to="/lettres">Toutes les séries de la lettre</Link>
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
  return (
    <section className="fr-notice fr-notice--info" aria-label="Appel à candidatures">
      <div className="fr-container">
        <div className="fr-notice__body">
          <p>
            <span className="fr-notice__title">L’appel à candidatures {campaign.label} est ouvert.</span>{" "}
            <span className="fr-notice__desc">
              Les académies proposent leurs projets
              {themes ? ` sur ${count(themes, "thème")}` : ""} jusqu’au <Time at={closesAt} as="deadline" />
              {now && `, ${daysLeft(now, closesAt)}`}.
            </span>{" "}
            <Link className="fr-notice__link" to={`/themes?campagne=${campaign.id}`}>
              Voir les thèmes de l’appel
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
      label: `équipes retenues pour ${figure(campaign.target)} visées`,
    },
    campaign?.themes && { value: figure(campaign.themes.totalCount), label: "thèmes de travail" },
    academies && { value: figure(academies), label: "académies participantes" },
    data.scenarios && { value: figure(data.scenarios.totalCount), label: "scénarios publiés" },
  ].filter((one) => one != null && one !== 0);
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>{campaign ? `La campagne ${campaign.label} en chiffres` : "Le programme en chiffres"}</h2>
      <Figures figures={figures} />
    </section>
  );
}

const steps = [
  {
    title: "L’appel",
    text: "Le ministère propose des thèmes, en accord avec l’inspection générale. Les académies y répondent par des projets ; une centaine d’équipes sont retenues.",
  },
  {
    title: "Le groupe",
    text: "Chaque équipe réunit au moins trois enseignants, un professeur référent et un inspecteur qui la pilote. Les référents de toutes les académies d’un thème travaillent ensemble avec les experts du ministère.",
  },
  {
    title: "La classe",
    text: "Les enseignants mettent en œuvre des séquences avec leurs élèves, échangent leurs pratiques et consignent ce qu’ils ont observé.",
  },
  {
    title: "La publication",
    text: "Les scénarios sont relus, leurs droits vérifiés, puis publiés sur les sites des académies, sans identification, et indexés dans ÉDU’base.",
  },
  {
    title: "La lettre",
    text: "Chaque publication est relayée par la lettre Édu_Num et les comptes disciplinaires. Une synthèse de chaque thème en tire le bilan.",
  },
];

const HowItWorks = () => (
  <section>
    <h2>Comment ça marche</h2>
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
