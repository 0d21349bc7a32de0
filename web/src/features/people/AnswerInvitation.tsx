import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";

const ANSWER = graphql(`
  mutation AnswerInvitation($input: AnswerInvitationInput!) {
    answerInvitation(input: $input) {
      mandate {
        id
        state
        inForce
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** Accepts at once, or declines with a reason that whoever invited reads. */
export function AnswerInvitation({ mandateId, onDone }: { mandateId: string; onDone: () => void }) {
  const command = useRefusals(ANSWER, (data) => data.answerInvitation, onDone);
  return (
    <CommandForm
      command={command}
      variables={(form) => ({ input: { mandateId, accepted: false, reason: text(form, "reason") } })}
      submit={t`Décliner`}
      scope={`invitation-${mandateId}`}
      actions={
        <Button
          type="button"
          priority="secondary"
          iconId="fr-icon-check-line"
          onClick={() => void command.run({ input: { mandateId, accepted: true } })}
        >{t`Accepter`}</Button>
      }
    >
      <TextField
        name="reason"
        label={t`Raison, si vous déclinez`}
        hint={t`Elle est lue par la personne qui vous invite.`}
      />
    </CommandForm>
  );
}
