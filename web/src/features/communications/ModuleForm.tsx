import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { ModulePlatform } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { numberOf, optionalText, text } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { useOnce } from "../../ui/send.ts";
import { PlaceField } from "./MaterialForm.tsx";
import type { Place } from "./places.ts";

const DECLARE_TRAINING_MODULE = graphql(`
  mutation DeclareTrainingModule($input: DeclareTrainingModuleInput!) {
    declareTrainingModule(input: $input) {
      trainingModule {
        id
        title
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface ModuleFormProps {
  places: Place[];
  chosen?: string;
  onDone: () => void;
}

/** A training module, on M@gistère or elsewhere (R16, R70). */
export function ModuleForm({ places, chosen, onDone }: ModuleFormProps) {
  const command = useRefusals(DECLARE_TRAINING_MODULE, (data) => data.declareTrainingModule, onDone);
  const [platform, setPlatform] = useState("");
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      scope="module"
      submit={t`Déclarer le module`}
      variables={(form) => {
        const place = places.find(({ id }) => id === text(form, "projectId"));
        return {
          input: once({
            themeId: place?.themeId ?? "",
            projectId: place?.projectId,
            title: text(form, "title"),
            description: text(form, "description"),
            platform: (text(form, "platform") || "OTHER") as ModulePlatform,
            otherPlatform: optionalText(form, "otherPlatform"),
            url: text(form, "url"),
            objectives: text(form, "objectives"),
            minutesInPerson: numberOf(form, "minutesInPerson"),
            minutesRemote: numberOf(form, "minutesRemote"),
            audience: optionalText(form, "audience"),
            validation: optionalText(form, "validation"),
            keywords: text(form, "keywords").split(","),
          }),
        };
      }}
    >
      <PlaceField places={places} chosen={chosen} />
      <RadioField name="platform" label={t`Plate-forme`} options={options("ModulePlatform")} onChange={setPlatform} />
      {platform === "OTHER" && <TextField name="otherPlatform" label={t`Laquelle ?`} />}
      <TextField
        name="title"
        label={t`Titre`}
        hint={platform === "MAGISTERE" ? t`M@gistère prend moins de 200 caractères.` : undefined}
      />
      <TextAreaField name="description" label={t`Description`} rows={3} />
      <TextAreaField name="objectives" label={t`Objectifs de formation`} rows={3} />
      <TextField name="url" label={t`Adresse`} type="url" />
      <div className="fr-grid-row fr-grid-row--gutters fr-mb-2w">
        <div className="fr-col-12 fr-col-md-6">
          <TextField name="minutesInPerson" label={t`Durée en présence, en minutes`} type="number" optional />
        </div>
        <div className="fr-col-12 fr-col-md-6">
          <TextField name="minutesRemote" label={t`Durée à distance, en minutes`} type="number" optional />
        </div>
      </div>
      <TextField name="audience" label={t`Public cible`} optional />
      <TextField name="validation" label={t`Niveau de validation`} optional />
      <TextField name="keywords" label={t`Mots-clés`} hint={t`Séparés par des virgules.`} optional />
    </CommandForm>
  );
}
