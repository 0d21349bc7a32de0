import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { ImportLetterDirectoryMutation } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { labelOf, labels } from "../../ui/labels.ts";
import { IMPORT_DIRECTORY } from "./sending.ts";

type Imported = NonNullable<ImportLetterDirectoryMutation["importLetterDirectory"]["import"]>;

/** A directory is looked at first, then taken in (R75 to R81). */
export function DirectoryImport({ onDone }: { onDone: () => void }) {
  const [seen, setSeen] = useState<Imported | null>(null);
  const [csv, setCsv] = useState("");
  const [origin, setOrigin] = useState("");
  const command = useRefusals(
    IMPORT_DIRECTORY,
    (data) => data.importLetterDirectory,
    ({ importLetterDirectory }) => {
      setSeen(importLetterDirectory.import ?? null);
      if (importLetterDirectory.import?.applied) onDone();
    },
  );
  const isReady = seen !== null && !seen.applied;
  return (
    <CommandForm
      command={command}
      scope="directory"
      submit={isReady ? t`Reprendre cet annuaire` : t`Voir ce qui serait fait`}
      done={seen?.applied ? t`L’annuaire est repris.` : t`Rien n’est encore enregistré.`}
      variables={(form) => ({ input: { csv: text(form, "csv"), origin: text(form, "origin"), apply: isReady } })}
    >
      <TextField
        name="origin"
        label={t`D’où vient cet annuaire ?`}
        hint={t`Gardé comme preuve : « annuaire des IAN, mai 2020 ».`}
        value={origin}
        onChange={setOrigin}
      />
      <TextAreaField
        name="csv"
        label={t`Lignes`}
        hint={t`La première donne les titres : courriel;fonction;academie;lettres;frequence. Les trois dernières sont facultatives.`}
        rows={8}
        value={csv}
        onChange={(value) => {
          setCsv(value);
          setSeen(null);
        }}
      />
      {seen && <Outcome seen={seen} />}
    </CommandForm>
  );
}

const OUTCOMES = Object.keys(labels.LetterDirectoryOutcome) as Imported["lines"][number]["outcome"][];

function Outcome({ seen }: { seen: Imported }) {
  const told = seen.lines.filter(({ reason }) => reason);
  return (
    <>
      <ul>
        {OUTCOMES.map((outcome) => {
          const count = seen.lines.filter((line) => line.outcome === outcome).length;
          return (
            <li key={outcome}>
              {labelOf("LetterDirectoryOutcome", outcome)} : {plural(count, { one: "# ligne", other: "# lignes" })}
            </li>
          );
        })}
      </ul>
      {told.length > 0 && (
        <ul>
          {told.slice(0, 50).map(({ line, email, reason }) => (
            <li key={line}>
              <Trans>
                Ligne {line}, {email} :
              </Trans>{" "}
              <span lang={inFrench}>{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
