import { plural, t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";

const WRITE = graphql(`
  mutation WriteToGroup($input: WriteToGroupInput!) {
    writeToGroup(input: $input) {
      recipients
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** To everybody in the group, through the portal: for those who lead it. */
export const MessageToGroup = ({ groupId, mayWrite }: { groupId: string; mayWrite: boolean }) =>
  mayWrite ? <Reveal label={t`Écrire par le portail`}>{() => <Message groupId={groupId} />}</Reveal> : null;

function Message({ groupId }: { groupId: string }) {
  const [sent, setSent] = useState("");
  const command = useRefusals(
    WRITE,
    (data) => data.writeToGroup,
    ({ writeToGroup: { recipients } }) =>
      setSent(
        plural(recipients ?? 0, {
          one: "Le message est adressé à # personne.",
          other: "Le message est adressé à # personnes.",
        }),
      ),
  );
  return (
    <CommandForm
      command={command}
      variables={(form) => ({ input: { groupId, subject: text(form, "subject"), text: text(form, "text") } })}
      submit={t`Envoyer`}
      scope="ecrire"
      done={sent}
    >
      <TextField name="subject" label={t`Objet`} hint={t`Sans nom de personne.`} />
      <TextAreaField
        name="text"
        label={t`Message`}
        hint={t`Il est lu dans le portail, et par courriel selon les préférences de chacun.`}
      />
    </CommandForm>
  );
}
