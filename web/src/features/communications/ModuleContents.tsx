import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ComposedModuleFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { CheckboxesField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { lines, text } from "../../ui/formData.ts";
import { useRefresh } from "../../ui/useRefresh.ts";

export const COMPOSED_MODULE = graphql(`
  fragment ComposedModule on TrainingModule {
    id
    title
    version
    audience
    validation
    keywords
    contents {
      id
    }
    available {
      id
      kind
      title
    }
  }
`);

const COMPOSE_TRAINING_MODULE = graphql(`
  mutation ComposeTrainingModule($input: ComposeTrainingModuleInput!) {
    composeTrainingModule(input: $input) {
      trainingModule {
        ...ComposedModule
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** The works that a module is made of, in the order of the list, and its indexing. */
export function ModuleContents({ module }: { module: ComposedModuleFragment }) {
  const refresh = useRefresh();
  const command = useRefusals(COMPOSE_TRAINING_MODULE, (data) => data.composeTrainingModule, refresh);
  const chosen = module.contents.map(({ id }) => id);
  const [scenarios, materials] = (["SCENARIO", "MATERIAL"] as const).map((kind) =>
    (module.available ?? []).filter((work) => work.kind === kind),
  );
  return (
    <CommandForm
      command={command}
      scope="composition"
      submit={t`Enregistrer la composition`}
      variables={(form) => ({
        input: {
          moduleId: module.id,
          audience: text(form, "audience"),
          validation: text(form, "validation"),
          keywords: lines(form, "keywords"),
          publicationIds: [...form.getAll("scenarioIds"), ...form.getAll("materialIds")].map(String),
          expectedVersion: module.version,
        },
      })}
    >
      <Works name="scenarioIds" label={t`Scénarios du thème`} works={scenarios} chosen={chosen} />
      <Works name="materialIds" label={t`Supports du thème`} works={materials} chosen={chosen} />
      <TextField name="audience" label={t`Public cible`} optional defaultValue={module.audience ?? ""} />
      <TextField
        name="validation"
        label={t`Niveau de validation`}
        hint={t`Par exemple : attestation de participation.`}
        optional
        defaultValue={module.validation ?? ""}
      />
      <TextAreaField
        name="keywords"
        label={t`Mots-clés`}
        hint={t`Un par ligne, 20 au plus.`}
        rows={4}
        optional
        defaultValue={module.keywords.join("\n")}
      />
    </CommandForm>
  );
}

interface WorksProps {
  name: string;
  label: string;
  works: readonly { id: string; title: string }[] | undefined;
  chosen: string[];
}

const Works = ({ name, label, works, chosen }: WorksProps) =>
  !works || works.length === 0 ? (
    <p>{t`${label} : rien n’est encore publié.`}</p>
  ) : (
    <CheckboxesField
      name={name}
      label={label}
      optional
      options={works.map(({ id, title }) => ({ value: id, label: title }))}
      defaultValues={chosen}
    />
  );
