import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { AttendanceStatus, MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { French } from "../../ui/French.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { labelOf, options } from "../../ui/labels.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { Time } from "../../ui/Time.tsx";

const CORRECT_PRESENCE = graphql(`
  mutation CorrectPresence($input: CorrectPresenceInput!) {
    correctPresence(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** What was corrected in the presences, by whom and why. */
export function PresenceHistory({ meeting: { presenceChanges } }: { meeting: MeetingDeskFragment }) {
  if (!presenceChanges || presenceChanges.length === 0) return null;
  return (
    <details>
      <summary>{t`Présences corrigées`}</summary>
      <ul>
        {presenceChanges.map(({ person, by, before, after, reason, at }) => (
          <li key={`${at}-${person?.id}`}>
            <Trans>
              {person?.displayName ?? t`Personne non nommée`} : {before ? labelOf("AttendanceStatus", before) : "–"} →{" "}
              {labelOf("AttendanceStatus", after)}, le <Time at={at} as="instant" /> par{" "}
              {by?.displayName ?? t`une personne non nommée`} : <French>{reason}</French>
            </Trans>
          </li>
        ))}
      </ul>
    </details>
  );
}

export const CorrectPresence = ({ meeting }: { meeting: MeetingDeskFragment }) => (
  <Reveal label={t`Corriger une présence`} priority="tertiary">
    {(close) => <CorrectionForm meeting={meeting} onDone={close} />}
  </Reveal>
);

function CorrectionForm({ meeting, onDone }: { meeting: MeetingDeskFragment; onDone: () => void }) {
  const command = useRefusals(CORRECT_PRESENCE, (data) => data.correctPresence, onDone);
  const persons = (meeting.attendance ?? []).flatMap(({ person }) =>
    person ? [{ value: person.id, label: person.displayName }] : [],
  );
  return (
    <CommandForm
      command={command}
      scope="presence"
      submit={t`Corriger`}
      variables={(form) => ({
        input: {
          meetingId: meeting.id,
          personId: text(form, "personId"),
          status: text(form, "status") as AttendanceStatus,
          reason: text(form, "reason"),
        },
      })}
    >
      <SelectField name="personId" label={t`Personne`} options={persons} />
      <SelectField name="status" label={t`Présence`} options={options("AttendanceStatus")} />
      <TextField name="reason" label={t`Raison de la correction`} hint={t`Lue par la personne.`} />
    </CommandForm>
  );
}
