import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useNavigate } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { graphql } from "../../../gen/gql.ts";
import type { NewScenarioQuery } from "../../../gen/graphql.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { SelectField, TextField } from "../../../ui/fields.tsx";
import { text } from "../../../ui/formData.ts";
import { useOnce } from "../../../ui/send.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query NewScenario {
      viewer {
        id
        academicGroups {
          id
          academy {
            code
            name
          }
          project {
            id
            title
            state
            theme {
              id
              title
            }
          }
        }
      }
    }
  `),
  subject: "viewer",
  head: () => ({ title: t`Commencer un scénario`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

const DRAFT_SCENARIO = graphql(`
  mutation DraftScenario($input: DraftScenarioInput!) {
    draftScenario(input: $input) {
      scenario {
        id
        title
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export default function NewScenario() {
  const { data, place } = page.useData();
  const projects = projectsOf(data);
  return (
    <Screen
      title={t`Commencer un scénario`}
      path={[[t`Scénarios`, "/espace/scenarios"]]}
      lead={<p>{t`Un titre suffit pour commencer : le reste se complète à plusieurs, en plusieurs fois.`}</p>}
    >
      {projects.length === 0 ? (
        <Empty action={<Link to="/espace/annuaire">{t`Trouver le ou la référent·e de mon académie`}</Link>}>
          <Trans>Un scénario naît dans le groupe académique d’une équipe retenue, et vous n’êtes membre d’aucun.</Trans>
        </Empty>
      ) : (
        <DraftForm projects={projects} chosen={place.search.get("projet") ?? undefined} />
      )}
    </Screen>
  );
}

const projectsOf = ({ viewer }: NewScenarioQuery) =>
  (viewer?.academicGroups ?? []).flatMap(({ project, academy }) =>
    project && project.state !== "ABANDONED"
      ? [{ value: project.id, label: `${project.title} (${academy.name}, ${project.theme.title})` }]
      : [],
  );

function DraftForm({ projects, chosen }: { projects: { value: string; label: string }[]; chosen?: string }) {
  const navigate = useNavigate();
  const once = useOnce();
  const command = useRefusals(
    DRAFT_SCENARIO,
    (data) => data.draftScenario,
    ({ draftScenario: { scenario } }) => {
      if (scenario) void navigate(`/espace/scenarios/${scenario.id}`);
    },
  );
  const only = projects.length === 1 ? projects[0]?.value : undefined;
  return (
    <CommandForm
      command={command}
      submit={t`Commencer`}
      done={t`Le scénario est commencé.`}
      variables={(form) => ({ input: once({ projectId: text(form, "projectId"), title: text(form, "title") }) })}
    >
      <SelectField
        name="projectId"
        label={t`Projet`}
        options={projects}
        defaultValue={projects.some(({ value }) => value === chosen) ? chosen : only}
      />
      <TextField name="title" label={t`Titre`} hint={t`Il pourra changer.`} />
    </CommandForm>
  );
}
