import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { agendaFrom } from "./agenda.ts";
import { AgendaFields, MeetingFields, meetingFrom, useAgenda } from "./MeetingFields.tsx";
import type { MeetingRights } from "./rights.ts";

const CONVENE_MEETING = graphql(`
  mutation ConveneMeeting($input: ConveneMeetingInput!) {
    conveneMeeting(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const REVISE_MEETING = graphql(`
  mutation ReviseMeeting($input: ReviseMeetingInput!) {
    reviseMeeting(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const CANCEL_MEETING = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface StepsProps {
  meeting: MeetingDeskFragment;
  rights: MeetingRights;
}

/** What is still open before the meeting: convene, correct, cancel. */
export function Steps({ meeting, rights }: StepsProps) {
  const ahead = meeting.state === "PLANNED" || meeting.state === "CONVENED";
  if (!ahead) return null;
  return (
    <>
      {meeting.state === "PLANNED" && rights.lead && <Convene meeting={meeting} />}
      {meeting.state === "PLANNED" && !rights.lead && (
        <p className="fr-hint-text">
          {meeting.level === "NATIONAL"
            ? t`L’expert·e du thème convoquera le groupe national.`
            : t`Le ou la référent·e convoquera le groupe académique.`}
        </p>
      )}
      {rights.plan && (
        <div className="actions">
          <Reveal label={t`Corriger la réunion`}>{(close) => <Revise meeting={meeting} onDone={close} />}</Reveal>
          <Reveal label={t`Annuler la réunion`} priority="tertiary">
            {(close) => <Cancel meeting={meeting} onDone={close} />}
          </Reveal>
        </div>
      )}
    </>
  );
}

function Convene({ meeting }: { meeting: MeetingDeskFragment }) {
  const command = useRefusals(CONVENE_MEETING, (data) => data.conveneMeeting);
  return (
    <CommandForm
      command={command}
      submit={t`Convoquer le groupe`}
      done={t`Le groupe est convoqué.`}
      variables={() => ({ input: { meetingId: meeting.id, expectedVersion: meeting.version } })}
    >
      <p>
        {meeting.level === "NATIONAL"
          ? t`L’inspection générale, les experts et les référents du thème reçoivent la convocation, et répondent ici.`
          : t`Chaque membre du groupe académique reçoit la convocation, et répond ici.`}
      </p>
    </CommandForm>
  );
}

interface EndingProps {
  meeting: MeetingDeskFragment;
  onDone: () => void;
}

function Revise({ meeting, onDone }: EndingProps) {
  const command = useRefusals(REVISE_MEETING, (data) => data.reviseMeeting, onDone);
  const agenda = useAgenda(meeting.agenda);
  return (
    <CommandForm
      command={command}
      scope="revision"
      submit={t`Enregistrer`}
      variables={(form) => ({
        input: {
          meetingId: meeting.id,
          ...meetingFrom(form, meeting.timeZone),
          agenda: agendaFrom(form, agenda.lines),
          expectedVersion: meeting.version,
        },
      })}
    >
      {meeting.state === "CONVENED" && (
        <p className="fr-hint-text">{t`Le groupe est déjà convoqué : les personnes convoquées verront le changement.`}</p>
      )}
      <MeetingFields meeting={meeting} timeZone={meeting.timeZone} />
      <AgendaFields agenda={agenda} />
    </CommandForm>
  );
}

function Cancel({ meeting, onDone }: EndingProps) {
  const command = useRefusals(CANCEL_MEETING, (data) => data.cancelMeeting, onDone);
  return (
    <CommandForm
      command={command}
      scope="cancellation"
      submit={t`Annuler la réunion`}
      variables={(form) => ({ input: { meetingId: meeting.id, reason: text(form, "reason") } })}
    >
      <TextAreaField
        name="reason"
        label={t`Raison de l’annulation`}
        hint={t`Lue par les personnes convoquées.`}
        rows={3}
      />
    </CommandForm>
  );
}
