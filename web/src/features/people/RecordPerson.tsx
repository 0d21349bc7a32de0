import { t } from "@lingui/core/macro";
import { useState } from "react";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";

const RECORD = graphql(`
  mutation RecordPerson($input: RecordPersonInput!) {
    recordPerson(input: $input) {
      person {
        id
        displayName
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface RecordPersonProps {
  academies: readonly { code: string; name: string }[];
}

/** A person becomes known, with or without an account. */
export function RecordPerson({ academies }: RecordPersonProps) {
  const [known, setKnown] = useState<{ id: string; displayName: string } | null>(null);
  const command = useRefusals(
    RECORD,
    (data) => data.recordPerson,
    ({ recordPerson: { person } }) => setKnown(person ?? null),
  );
  const variables = (form: FormData) => ({
    input: {
      givenName: text(form, "givenName"),
      familyName: text(form, "familyName"),
      email: optionalText(form, "email"),
      position: optionalText(form, "position"),
      academyCode: optionalText(form, "academyCode"),
      establishment: optionalText(form, "establishment"),
    },
  });
  const done = known && <Link to={`/espace/personnes/${known.id}`}>{known.displayName}</Link>;
  return (
    <CommandForm command={command} variables={variables} submit={t`Enregistrer`} scope="personne" done={done}>
      <div className="field-row">
        <TextField name="givenName" label={t`Prénom`} />
        <TextField name="familyName" label={t`Nom`} />
      </div>
      <TextField name="email" type="email" label={t`Adresse électronique professionnelle`} optional />
      <TextField name="position" label={t`Corps ou fonction`} optional />
      <SelectField
        name="academyCode"
        label={t`Académie`}
        optional
        options={academies.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={academies.length === 1 ? academies[0]?.code : undefined}
      />
      <TextField name="establishment" label={t`Établissement`} optional />
    </CommandForm>
  );
}
