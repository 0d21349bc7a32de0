import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { PersonPicker } from "./PersonPicker.tsx";
import type { FoundPerson } from "./usePersonSearch.ts";

const REPLACE = graphql(`
  mutation ReplaceMandate($input: ReplaceMandateInput!) {
    replaceMandate(input: $input) {
      mandate {
        id
        startsOn
        person {
          id
          displayName
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface ReplaceFormProps {
  mandate: { id: string; version: number };
  name: string;
  academyCode?: string;
  today: string;
  close: () => void;
  onDone: () => void;
}

/** One person takes over from another on a day: seats, rights and tasks go along, what was written stays. */
export function ReplaceForm({ mandate, name, academyCode, today, close, onDone }: ReplaceFormProps) {
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const command = useRefusals(REPLACE, (data) => data.replaceMandate, onDone);
  const variables = (form: FormData) => ({
    input: {
      mandateId: mandate.id,
      personId: text(form, "personId"),
      from: text(form, "from"),
      reason: text(form, "reason"),
      designation: optionalText(form, "designation"),
      expectedVersion: mandate.version,
    },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Remplacer`}
      scope={`remplacer-${mandate.id}`}
      done={t`La suite de ${name} est assurée.`}
      actions={
        <Button type="button" priority="tertiary" onClick={close}>
          {t`Annuler`}
        </Button>
      }
    >
      <PersonPicker
        name="personId"
        label={t`Personne qui prend la suite`}
        academyCode={academyCode}
        value={person}
        onChange={setPerson}
      />
      <TextField name="from" label={t`Premier jour`} type="date" defaultValue={today} />
      <TextAreaField
        name="reason"
        label={t`Raison`}
        hint={t`Elle reste inscrite à l’historique. Ce que ${name} a écrit garde son nom.`}
        rows={2}
      />
      <TextField name="designation" label={t`Désignation`} optional />
    </CommandForm>
  );
}
