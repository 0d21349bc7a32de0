import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Time } from "../../ui/Time.tsx";

const PUBLISH_MINUTES_SYNTHESIS = graphql(`
  mutation PublishMinutesSynthesis($input: PublishMinutesSynthesisInput!) {
    publishMinutesSynthesis(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** The public text of a national meeting, at its address on éduscol (R88). */
export function Synthesis({ meeting, mayPublish }: { meeting: MeetingDeskFragment; mayPublish: boolean }) {
  const { synthesis } = meeting;
  if (synthesis) {
    return (
      <>
        <p>
          <Trans>
            En ligne depuis le <Time at={synthesis.onlineAt} /> :{" "}
            <a href={synthesis.url} rel="noreferrer">
              {synthesis.url}
            </a>
          </Trans>
        </p>
        <Prose text={synthesis.text} />
      </>
    );
  }
  if (meeting.state !== "MINUTES_APPROVED" || !mayPublish) {
    return <p>{t`Pas encore en ligne. L’expert·e du thème la publie une fois le compte rendu approuvé.`}</p>;
  }
  return <SynthesisForm meeting={meeting} />;
}

function SynthesisForm({ meeting }: { meeting: MeetingDeskFragment }) {
  const command = useRefusals(PUBLISH_MINUTES_SYNTHESIS, (data) => data.publishMinutesSynthesis);
  return (
    <CommandForm
      command={command}
      scope="synthesis"
      submit={t`Mettre en ligne la synthèse`}
      variables={(form) => ({
        input: { meetingId: meeting.id, text: text(form, "text"), url: text(form, "url") },
      })}
    >
      <TextAreaField
        name="text"
        label={t`Synthèse`}
        hint={t`Publique : un autre texte que le compte rendu, sans ce qui est réservé au groupe.`}
        rows={10}
      />
      <TextField
        name="url"
        label={t`Adresse de la page sur éduscol`}
        type="url"
        hint={t`https://eduscol.education.fr/…`}
      />
    </CommandForm>
  );
}
