import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { can } from "../../features/people/rights.ts";
import { Calendar } from "../../features/projects/Calendar.tsx";
import { CloseCall, OpenCall } from "../../features/projects/CallForms.tsx";
import { isSpecified, Specification } from "../../features/projects/Specification.tsx";
import { graphql } from "../../gen/gql.ts";
import type { CampaignBoardFragment, CampaignScreenQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { daysLeft } from "../../ui/dates.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Figures } from "../../ui/Figures.tsx";
import { labelOf } from "../../ui/labels.ts";
import { figure } from "../../ui/plural.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useSite } from "../../ui/site.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query CampaignScreen($id: ID!) {
      viewer {
        ...ViewerRights
      }
      campaign(id: $id) {
        ...CampaignBoard
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "campaign",
  fresh: true,
  head: ({ campaign }) => ({ title: t`Campagne ${campaign?.label ?? ""}`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Campaign() {
  const { campaign, viewer } = page.useData().data;
  if (!campaign) return null;
  return (
    <Screen title={t`Campagne ${campaign.label}`} path={[[t`Campagnes`, "/espace/campagnes"]]}>
      <Retained campaign={campaign} />
      <CallSection campaign={campaign} viewer={viewer} />
      <Calendar campaign={campaign} />
      {can(viewer, "reviseCampaign") && (
        <ul className="fr-btns-group fr-btns-group--inline-md">
          <li>
            <Link className="fr-btn" to={`/espace/campagnes/${campaign.id}/selection`}>
              {t`Sélection des candidatures`}
            </Link>
          </li>
          <li>
            <Link className="fr-btn fr-btn--secondary" to={`/espace/campagnes/${campaign.id}/reglages`}>
              {t`Dates, réglages et évaluateur·rices`}
            </Link>
          </li>
        </ul>
      )}
      <Section title={t`Thèmes`}>
        {can(viewer, "proposeTheme") && (
          <p>
            <Link className="fr-btn" to={`/espace/themes/nouveau?campagne=${campaign.id}`}>
              {t`Proposer un thème`}
            </Link>
          </p>
        )}
        <Themes themes={campaign.themes?.nodes ?? []} />
      </Section>
    </Screen>
  );
}

/** An indication, never a ceiling: going over is said, nothing is blocked (R21). */
function Retained({ campaign: { id, retainedCount, target, submittedCount } }: { campaign: CampaignBoardFragment }) {
  return (
    <>
      <Figures
        figures={[
          {
            value: `${figure(retainedCount)} / ${figure(target)}`,
            label: t`équipes retenues, sur l’objectif`,
            detail: retainedCount > target ? t`${figure(retainedCount - target)} de plus que l’objectif` : undefined,
          },
          { value: figure(submittedCount), label: t`candidatures déposées` },
        ]}
      />
      <p className="fr-mt-2w">
        <Link to={`/espace/candidatures?campagne=${id}`}>{t`Voir les candidatures de la campagne`}</Link>
      </p>
    </>
  );
}

function CallSection({ campaign, viewer }: { campaign: CampaignBoardFragment; viewer: CampaignScreenQuery["viewer"] }) {
  const refresh = useRefresh();
  const { clock } = useSite();
  const { call } = campaign;
  const left = call.state === "OPEN" ? `, ${daysLeft(clock.now, call.closesAt)}` : "";
  return (
    <Section title={t`Appel à candidatures`}>
      <Facts
        facts={[
          [t`État`, <StateBadge key="state" of="CallState" value={call.state} />],
          [t`Ouverture`, <Time key="opens" at={call.opensAt} as="deadline" />],
          [
            t`Clôture`,
            <span key="closes">
              <Time at={call.closesAt} as="deadline" />
              {left}
            </span>,
          ],
          [t`Années scolaires`, campaign.schoolYears.map(({ label }) => label).join(", ")],
          [t`Cahier des charges`, isSpecified(campaign) && <Specification key="specification" campaign={campaign} />],
        ]}
      />
      <div className="actions">
        {call.state === "UPCOMING" && can(viewer, "openCall") && (
          <Reveal label={t`Ouvrir l’appel`} priority="primary">
            {(close) => <OpenCall campaign={campaign} close={close} onDone={refresh} />}
          </Reveal>
        )}
        {call.state === "OPEN" && can(viewer, "closeCall") && (
          <Reveal label={t`Clore l’appel avant son terme`}>
            {(close) => <CloseCall campaign={campaign} close={close} onDone={refresh} />}
          </Reveal>
        )}
      </div>
    </Section>
  );
}

type Theme = NonNullable<CampaignBoardFragment["themes"]>["nodes"][number];

const Themes = ({ themes }: { themes: readonly Theme[] }) =>
  themes.length === 0 ? (
    <p>
      <Trans>
        Aucun thème n’est encore proposé : les expert·es DNE les proposent, l’inspection générale donne son accord.
      </Trans>
    </p>
  ) : (
    <TableFrame caption={t`Thèmes de la campagne`}>
      <thead>
        <tr>
          <th scope="col">{t`Thème`}</th>
          <th scope="col">{t`Nature`}</th>
          <th scope="col">{t`Durée`}</th>
          <th scope="col">{t`État`}</th>
          <th scope="col" className="fr-cell--right">
            {t`Déposées`}
          </th>
          <th scope="col" className="fr-cell--right">
            {t`Retenues`}
          </th>
          <th scope="col">{t`Lancement`}</th>
        </tr>
      </thead>
      <tbody>
        {themes.map((theme) => (
          <tr key={theme.id}>
            <th scope="row">
              <Link to={`/espace/themes/${theme.id}`} lang={inFrench}>
                {theme.title}
              </Link>
            </th>
            <td>{labelOf("ThemeKind", theme.kind)}</td>
            <td>{plural(theme.durationYears, { one: "# an", other: "# ans" })}</td>
            <td>
              <StateBadge of="ThemeState" value={theme.state} />
            </td>
            <td className="fr-cell--right">{figure(theme.submittedCount)}</td>
            <td className="fr-cell--right">{figure(theme.retainedCount)}</td>
            <td>{theme.state === "CLOSED" ? gapsOf(theme) : "–"}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );

const gapsOf = ({ launchGaps }: Theme) =>
  launchGaps.length === 0
    ? t`Prêt`
    : t`Il manque ${plural(launchGaps.length, { one: "# élément", other: "# éléments" })}`;
