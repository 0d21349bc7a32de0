import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { RetentionTermsFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextField } from "../../ui/fields.tsx";
import { numberOf } from "../../ui/formData.ts";

export const RETENTION_TERMS = graphql(`
  fragment RetentionTerms on Terms {
    retentionYears
    retentionNoticeDays
    invitationDays
  }
`);

const SET = graphql(`
  mutation SetTerms($input: SetTermsInput!) {
    setTerms(input: $input) {
      terms {
        ...RetentionTerms
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** How long persons are kept, and how long they have to answer. */
export function TermsForm({ terms }: { terms: RetentionTermsFragment }) {
  const command = useRefusals(SET, (data) => data.setTerms);
  const variables = (form: FormData) => ({
    input: {
      retentionYears: numberOf(form, "retentionYears") ?? 0,
      retentionNoticeDays: numberOf(form, "retentionNoticeDays") ?? 0,
      invitationDays: numberOf(form, "invitationDays") ?? 0,
    },
  });
  return (
    <CommandForm command={command} variables={variables} submit={t`Fixer les durées`} scope="durees">
      <TextField
        name="retentionYears"
        type="number"
        label={t`Années de conservation après le dernier mandat`}
        defaultValue={terms.retentionYears}
      />
      <TextField
        name="retentionNoticeDays"
        type="number"
        label={t`Jours entre l’annonce à la personne et l’effacement`}
        defaultValue={terms.retentionNoticeDays}
      />
      <TextField
        name="invitationDays"
        type="number"
        label={t`Jours pour répondre à une invitation`}
        defaultValue={terms.invitationDays}
      />
    </CommandForm>
  );
}
