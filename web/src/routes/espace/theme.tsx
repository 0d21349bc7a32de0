import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { Steering } from "../../features/projects/ThemeFollowUp.tsx";
import { graphql } from "../../gen/gql.ts";
import { Facts } from "../../ui/Facts.tsx";
import { labelOf } from "../../ui/labels.ts";
import { capital } from "../../ui/plural.ts";
import { Contents, Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { Time } from "../../ui/Time.tsx";
import { Syntheses } from "../theme/Syntheses.tsx";
import { YEAR_TITLE, Year } from "../theme/Year.tsx";
import { Screen } from "./parts/Screen.tsx";
import { Agreement } from "./theme/Agreement.tsx";
import { Applications } from "./theme/Applications.tsx";
import { LaunchList } from "./theme/LaunchList.tsx";
import { LeadAcademy } from "./theme/LeadAcademy.tsx";
import { NationalGroup } from "./theme/NationalGroup.tsx";
import { Reviews } from "./theme/Reviews.tsx";
import { Teams } from "./theme/Teams.tsx";
import { WorkPlan } from "./theme/WorkPlan.tsx";

const page = definePage({
  query: graphql(`
    query ThemeScreen($id: ID!) {
      viewer {
        ...ViewerRights
      }
      theme(id: $id) {
        ...ThemeBoard
        ...ThemeFollowUp
        ...ThemeYear
        ...ThemeTeams
        ...ThemeReviewForms
        ...ThemeSyntheses
        nationalGroup {
          ...ThemeNationalGroup
        }
      }
      applications(filter: { themeId: $id }, first: 50) {
        ...ThemeApplications
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "theme",
  fresh: true,
  head: ({ theme }) => ({ title: t`Espace du thème : ${theme?.title ?? ""}`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function ThemeScreen() {
  const { data, failed } = page.useData();
  const { theme, viewer = null, applications } = data;
  if (!theme) return null;
  const { campaign } = theme;
  const failedHere = (field: string) => failed(`theme.${field}`);
  return (
    <Screen title={theme.title} content path={[[t`Campagne ${campaign.label}`, `/espace/campagnes/${campaign.id}`]]}>
      <Facts
        facts={[
          [t`État`, <StateBadge key="state" of="ThemeState" value={theme.state} />],
          [t`Nature`, labelOf("ThemeKind", theme.kind)],
          [t`Disciplines`, theme.disciplines.map(({ label }) => label).join(", ")],
          [t`Durée`, plural(theme.durationYears, { one: "# année scolaire", other: "# années scolaires" })],
          [t`Chef de file`, theme.leadAcademy && capital(theme.leadAcademy.label)],
          [t`Lancé le`, theme.launchedAt && <Time key="launched" at={theme.launchedAt} />],
          [t`Emprunté à`, theme.borrowedFrom],
          [
            t`Page publique`,
            <Link key="public" to={`/themes/${theme.id}`}>
              {t`Présentation du thème`}
            </Link>,
          ],
          [t`Travail du groupe`, <GroupWork key="work" id={theme.id} />],
        ]}
      />
      <Contents
        titles={[
          YEAR_TITLE,
          t`Accord de l’inspection générale`,
          t`Calendrier de travail`,
          t`Revue de l’existant`,
          t`Revue de la littérature`,
          t`Lancement`,
          t`Groupe de travail national`,
          t`Candidatures`,
          t`Équipes`,
          t`Synthèses`,
          t`Académie chef de file`,
        ]}
      />
      <Year theme={theme} failed={failedHere} />
      <Section title={t`Accord de l’inspection générale`}>
        <Agreement theme={theme} viewer={viewer} />
      </Section>
      <Steering theme={theme} viewer={viewer} />
      <Section title={t`Calendrier de travail`}>
        <WorkPlan theme={theme} viewer={viewer} />
      </Section>
      <Reviews theme={theme} viewer={viewer} failed={failedHere} />
      <Section title={t`Lancement`}>
        <LaunchList theme={theme} viewer={viewer} />
      </Section>
      <Section title={t`Groupe de travail national`}>
        <NationalGroup theme={theme} group={theme.nationalGroup} failed={failedHere("nationalGroup")} viewer={viewer} />
      </Section>
      <Section title={t`Candidatures`}>
        <Applications themeId={theme.id} applications={applications} failed={failed("applications")} />
      </Section>
      <Section title={t`Équipes`}>
        <Teams theme={theme} failed={failedHere("projects")} />
      </Section>
      <Syntheses theme={theme} failed={failedHere} at="/espace/syntheses" />
      <Section title={t`Académie chef de file`}>
        <LeadAcademy theme={theme} projects={theme.projects?.nodes ?? []} viewer={viewer} />
      </Section>
    </Screen>
  );
}

/** The screens on which the national group works together. */
const GroupWork = ({ id }: { id: string }) => (
  <ul className="plain">
    <li>
      <Link to={`/espace/reunions?theme=${id}`}>{t`Réunions`}</Link>
    </li>
    <li>
      <Link to={`/espace/themes/${id}/avancement`}>{t`Points d’étape des académies`}</Link>
    </li>
    <li>
      <Link to={`/espace/themes/${id}/veille`}>{t`Veille partagée`}</Link>
    </li>
  </ul>
);
