import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { MaterialKind, MaterialLevel } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { CheckboxField, RadioField, SelectField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { useOnce } from "../../ui/send.ts";
import type { Place } from "./places.ts";

const DECLARE_MATERIAL = graphql(`
  mutation DeclareMaterial($input: DeclareMaterialInput!) {
    declareMaterial(input: $input) {
      material {
        id
        title
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface DeclarationProps {
  places: Place[];
  chosen?: string;
  onDone: () => void;
}

/** A material of the team, or of the theme for its expert (R13, R14, R66). */
export function MaterialForm({ places, chosen, onDone }: DeclarationProps) {
  const command = useRefusals(DECLARE_MATERIAL, (data) => data.declareMaterial, onDone);
  const [kind, setKind] = useState("");
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      scope="material"
      submit={t`Déclarer le support`}
      variables={(form) => {
        const place = places.find(({ id }) => id === text(form, "projectId"));
        return {
          input: once({
            themeId: place?.themeId ?? "",
            projectId: place?.projectId,
            level: levelOf(place),
            kind: (text(form, "kind") || "OTHER") as MaterialKind,
            otherKind: optionalText(form, "otherKind"),
            title: text(form, "title"),
            description: text(form, "description"),
            url: text(form, "url"),
            textAlternative: text(form, "textAlternative"),
            captioned: form.get("captioned") === "on",
            transcript: text(form, "transcript"),
          }),
        };
      }}
    >
      <PlaceField places={places} chosen={chosen} />
      <RadioField name="kind" label={t`Type`} options={options("MaterialKind")} onChange={setKind} />
      {kind === "OTHER" && <TextField name="otherKind" label={t`Lequel ?`} hint={t`« Affiche », « jeu de cartes »…`} />}
      <TextField name="title" label={t`Titre`} />
      <TextAreaField name="description" label={t`Description`} rows={3} />
      <TextField name="url" label={t`Adresse`} type="url" hint={t`Ouverte à tous, sans identification.`} />
      <TextAreaField
        name="textAlternative"
        label={t`Texte de remplacement`}
        hint={t`Pour qui ne voit pas l’image ou n’ouvre pas la vidéo : tout ce que dit l’infographie ou la carte, ce que montre la capsule. Il est publié avec le support.`}
        rows={6}
      />
      {kind === "VIDEO" && <CheckboxField name="captioned" label={t`La vidéo est sous-titrée à son adresse`} />}
      {(kind === "VIDEO" || kind === "AUDIO") && (
        <TextAreaField
          name="transcript"
          label={t`Transcription`}
          hint={t`Ce qui est dit, mot à mot. Une vidéo sous-titrée peut s’en passer.`}
          rows={6}
          optional={kind === "VIDEO"}
        />
      )}
    </CommandForm>
  );
}

const levelOf = (place: Place | undefined): MaterialLevel => (place?.projectId ? "ACADEMIC" : "NATIONAL");

export const PlaceField = ({ places, chosen }: { places: Place[]; chosen?: string }) => (
  <SelectField
    name="projectId"
    label={t`Pour`}
    options={places.map(({ id, label }) => ({ value: id, label }))}
    defaultValue={(places.find(({ id }) => id === chosen) ?? places[0])?.id}
  />
);
