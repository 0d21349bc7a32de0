import { Select } from "@codegouvfr/react-dsfr/Select";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { AttendanceStatus, MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { options } from "../../ui/labels.ts";
import { PersonPicker, type PersonRef } from "../people/PersonPicker.tsx";
import { expected } from "./presences.ts";

const HOLD_MEETING = graphql(`
  mutation HoldMeeting($input: HoldMeetingInput!) {
    holdMeeting(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** The attendance list, filled from the answers: what changed on the day is corrected, guests are added. */
export function Hold({ meeting, onDone }: { meeting: MeetingDeskFragment; onDone: () => void }) {
  const command = useRefusals(HOLD_MEETING, (data) => data.holdMeeting, onDone);
  const [guests, setGuests] = useState<PersonRef[]>([]);
  const convened = (meeting.attendance ?? []).flatMap(({ person, answer, status }) =>
    person
      ? [{ id: person.id, displayName: person.displayName, status: status ?? expected(answer, meeting.mode) }]
      : [],
  );
  const here: AttendanceStatus = meeting.mode === "REMOTE" ? "PRESENT_REMOTELY" : "PRESENT";
  const all = [...convened, ...guests.map((guest) => ({ ...guest, status: here }))];
  return (
    <CommandForm
      command={command}
      scope="holding"
      submit={t`Constater la tenue`}
      variables={(form) => ({
        input: {
          meetingId: meeting.id,
          attendance: all.map(({ id, status }) => ({
            personId: id,
            status: (form.get(`presence-${id}`) ?? status) as AttendanceStatus,
          })),
        },
      })}
    >
      {all.map(({ id, displayName, status }) => (
        <Select key={id} label={displayName} nativeSelectProps={{ name: `presence-${id}`, defaultValue: status }}>
          {options("AttendanceStatus").map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      ))}
      <PersonPicker
        name="attendance"
        label={t`Ajouter une personne présente`}
        hint={t`Venue sans être convoquée.`}
        optional
        value={null}
        onChange={(person) => {
          if (person && !all.some(({ id }) => id === person.id)) setGuests([...guests, person]);
        }}
      />
    </CommandForm>
  );
}
