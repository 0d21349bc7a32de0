import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Fragment } from "react";
import { definePage } from "../../../apollo/page.ts";
import { latestAndEarlier } from "../../../features/meetings/reports.ts";
import { can, familyOf } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import type { ThemeProgressScreenQuery } from "../../../gen/graphql.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { French } from "../../../ui/French.tsx";
import { SelectField, TextAreaField } from "../../../ui/fields.tsx";
import { lines, text } from "../../../ui/formData.ts";
import { Section } from "../../../ui/Section.tsx";
import { useOnce } from "../../../ui/send.ts";
import { Time } from "../../../ui/Time.tsx";
import { Part } from "../../../ui/Unavailable.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";
import { ReportCards } from "./ReportCards.tsx";

const page = definePage({
  query: graphql(`
    query ThemeProgressScreen($id: ID!) {
      theme(id: $id) {
        id
        title
        silences {
          since
          weeks
          project {
            id
            title
          }
          academy {
            code
            name
          }
        }
        progress {
          id
          text
          links
          at
          project {
            id
            title
          }
          academy {
            code
            name
          }
        }
      }
      viewer {
        ...ViewerRights
        academicGroups {
          id
          academy {
            code
            name
            successor {
              code
            }
            predecessors {
              code
            }
          }
          project {
            id
            title
            theme {
              id
            }
          }
        }
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "theme",
  head: ({ theme }) => ({ title: t`Avancement : ${theme?.title ?? ""}`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

const FILE_PROGRESS_REPORT = graphql(`
  mutation FileProgressReport($input: FileProgressReportInput!) {
    fileProgressReport(input: $input) {
      progressReport {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export default function ThemeProgress() {
  const { data, failed } = page.useData();
  const { theme } = data;
  if (!theme) return null;
  const projects = reportable(data, theme.id);
  return (
    <Screen
      title={t`Avancement`}
      path={[
        [t`Réunions`, "/espace/reunions"],
        [theme.title, `/espace/themes/${theme.id}`],
      ]}
      lead={
        <p>
          <Trans>
            Chaque référent·e rend compte à tout le groupe national : où en est l’académie, où elle a besoin des autres.
          </Trans>
        </p>
      }
    >
      <Silences silences={theme.silences ?? []} />
      {projects.length > 0 && (
        <Section title={t`Rendre compte`}>
          <ReportForm projects={projects} filed={theme.progress?.length ?? 0} />
        </Section>
      )}
      <Section title={t`Points d’étape`}>
        <Part
          value={theme.progress}
          failed={failed("theme.progress")}
          empty={<Empty>{t`Aucun point d’étape que vous puissiez lire pour l’instant.`}</Empty>}
        >
          {(reports) => <Reports reports={reports} />}
        </Part>
      </Section>
    </Screen>
  );
}

type Theme = NonNullable<ThemeProgressScreenQuery["theme"]>;

/** The teams that reported nothing and met nobody for weeks. */
function Silences({ silences }: { silences: NonNullable<Theme["silences"]> }) {
  if (silences.length === 0) return null;
  return (
    <Section title={t`Équipes sans nouvelles`}>
      <ul className="gaps">
        {silences.map(({ academy, project, since, weeks }, rank) => (
          <li key={project?.id ?? rank} data-severity="WARNING">
            <p>
              <Trans>
                {academy?.name ?? t`Académie`} : ni point d’étape ni réunion tenue depuis le <Time at={since} />, soit{" "}
                {plural(weeks, { one: "# semaine", other: "# semaines" })}.
              </Trans>
            </p>
            {project && (
              <p className="fr-hint-text">
                <French>{project.title}</French>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Reports = NonNullable<NonNullable<ThemeProgressScreenQuery["theme"]>["progress"]>;

function Reports({ reports }: { reports: Reports }) {
  const { latest, earlier } = latestAndEarlier(reports);
  const cards = (some: Reports) => <ReportCards teams={some.map((report) => ({ ...report, report }))} />;
  return (
    <>
      {cards(latest)}
      {earlier.length > 0 && (
        <details className="fr-mt-4w">
          <summary>
            {plural(earlier.length, { one: "# point d’étape précédent", other: "# points d’étape précédents" })}
          </summary>
          {cards(earlier)}
        </details>
      )}
    </>
  );
}

/** The projects of which the viewer is the référent (R35). */
const reportable = ({ viewer }: ThemeProgressScreenQuery, themeId: string) =>
  (viewer?.academicGroups ?? []).flatMap(({ project, academy }) =>
    project?.theme.id === themeId && can(viewer, "reportProgress", { academyCodes: familyOf(academy), themeId })
      ? [{ value: project.id, label: `${academy.name} : ${project.title}` }]
      : [],
  );

interface ReportFormProps {
  projects: { value: string; label: string }[];
  /** How many there are: after one more, the next begins empty. */
  filed: number;
}

function ReportForm({ projects, filed }: ReportFormProps) {
  const refresh = useRefresh();
  const once = useOnce();
  const command = useRefusals(FILE_PROGRESS_REPORT, (data) => data.fileProgressReport, refresh);
  return (
    <CommandForm
      command={command}
      submit={t`Rendre compte`}
      done={t`Votre point d’étape est lisible par tout le groupe national.`}
      variables={(form) => ({
        input: once({ projectId: text(form, "projectId"), text: text(form, "text"), links: lines(form, "links") }),
      })}
    >
      <Fragment key={filed}>
        <SelectField name="projectId" label={t`Projet`} options={projects} defaultValue={projects[0]?.value} />
        <TextAreaField
          name="text"
          label={t`Où en êtes-vous ?`}
          hint={t`Essais en classe, scénarios en cours, difficultés, besoins.`}
          rows={8}
        />
        <TextAreaField
          name="links"
          label={t`Liens vers vos espaces de travail`}
          hint={t`Une adresse par ligne : GTnum, pad, wiki…`}
          rows={3}
          optional
        />
      </Fragment>
    </CommandForm>
  );
}
