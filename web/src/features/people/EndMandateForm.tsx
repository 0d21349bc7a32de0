import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";

const END_MANDATE = graphql(`
  mutation EndMandate($input: EndMandateInput!) {
    endMandate(input: $input) {
      mandate {
        id
        endsOn
        endReason
        inForce
        version
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface EndMandateFormProps {
  mandate: { id: string; version: number };
  name: string;
  today: string;
  close: () => void;
  onDone: () => void;
}

/** Ends a mandate before its term: openly, with the reason. */
export function EndMandateForm({ mandate, name, today, close, onDone }: EndMandateFormProps) {
  const command = useRefusals(END_MANDATE, (data) => data.endMandate, onDone);
  const variables = (form: FormData) => ({
    input: {
      mandateId: mandate.id,
      endsOn: text(form, "endsOn"),
      reason: text(form, "reason"),
      expectedVersion: mandate.version,
    },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Mettre fin au mandat`}
      scope={`fin-${mandate.id}`}
      done={t`Le mandat de ${name} prend fin à la date dite.`}
      actions={
        <Button type="button" priority="tertiary" onClick={close}>
          {t`Annuler`}
        </Button>
      }
    >
      <TextField name="endsOn" label={t`Dernier jour du mandat`} type="date" defaultValue={today} />
      <TextAreaField name="reason" label={t`Raison`} hint={t`Elle reste inscrite au mandat.`} rows={3} />
    </CommandForm>
  );
}
