import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useNavigate } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { graphql } from "../../../gen/gql.ts";
import type { NewScenarioQuery } from "../../../gen/graphql.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { French } from "../../../ui/French.tsx";
import { SelectField, TextField } from "../../../ui/fields.tsx";
import { text } from "../../../ui/formData.ts";
import { useOnce } from "../../../ui/send.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query NewScenario($origin: ID!, $adapts: Boolean!) {
      scenario(id: $origin) @include(if: $adapts) {
        id
        title
        credit
      }
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
  variables: ({ search }) => ({ origin: search.get("adapter") ?? "", adapts: search.has("adapter") }),
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

const ADAPT_SCENARIO = graphql(`
  mutation AdaptScenario($input: AdaptScenarioInput!) {
    adaptScenario(input: $input) {
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
  const { scenario: origin } = data;
  return (
    <Screen
      title={origin ? t`Adapter un scénario` : t`Commencer un scénario`}
      path={[[t`Scénarios`, "/espace/scenarios"]]}
      lead={
        origin ? (
          <p>
            <Trans>
              D’après <French>{origin.credit}</French>. Son texte, ses ressources et ses services sont repris, ses
              auteurs restent nommés ; l’essai en classe, la relecture et l’adresse sont les vôtres.
            </Trans>
          </p>
        ) : (
          <p>{t`Un titre suffit pour commencer : le reste se complète à plusieurs, en plusieurs fois.`}</p>
        )
      }
    >
      {projects.length === 0 ? (
        <Empty action={<Link to="/espace/annuaire">{t`Trouver le ou la référent·e de mon académie`}</Link>}>
          <Trans>Un scénario naît dans le groupe académique d’une équipe retenue, et vous n’êtes membre d’aucun.</Trans>
        </Empty>
      ) : (
        <DraftForm origin={origin ?? undefined} projects={projects} chosen={place.search.get("projet") ?? undefined} />
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

interface DraftFormProps {
  projects: { value: string; label: string }[];
  chosen?: string;
  /** The scenario that is adapted. */
  origin?: { id: string; title: string };
}

function DraftForm({ projects, chosen, origin }: DraftFormProps) {
  const navigate = useNavigate();
  const once = useOnce();
  const open = (scenario: { id: string } | null | undefined) => {
    if (scenario) void navigate(`/espace/scenarios/${scenario.id}`);
  };
  const draft = useRefusals(
    DRAFT_SCENARIO,
    (data) => data.draftScenario,
    (data) => open(data.draftScenario.scenario),
  );
  const adapt = useRefusals(
    ADAPT_SCENARIO,
    (data) => data.adaptScenario,
    (data) => open(data.adaptScenario.scenario),
  );
  const only = projects.length === 1 ? projects[0]?.value : undefined;
  const fields = (
    <>
      <SelectField
        name="projectId"
        label={t`Projet`}
        options={projects}
        defaultValue={projects.some(({ value }) => value === chosen) ? chosen : only}
      />
      <TextField name="title" label={t`Titre`} hint={t`Il pourra changer.`} defaultValue={origin?.title} />
    </>
  );
  const words = (form: FormData) => ({ projectId: text(form, "projectId"), title: text(form, "title") });
  if (origin) {
    return (
      <CommandForm
        command={adapt}
        submit={t`Adapter`}
        done={t`L’adaptation est commencée.`}
        variables={(form) => ({ input: once({ scenarioId: origin.id, ...words(form) }) })}
      >
        {fields}
      </CommandForm>
    );
  }
  return (
    <CommandForm
      command={draft}
      submit={t`Commencer`}
      done={t`Le scénario est commencé.`}
      variables={(form) => ({ input: once(words(form)) })}
    >
      {fields}
    </CommandForm>
  );
}
