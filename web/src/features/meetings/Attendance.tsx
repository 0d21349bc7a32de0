import { plural, t } from "@lingui/core/macro";
import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";

type Attendees = NonNullable<MeetingDeskFragment["attendance"]>;

/** Who is convened: the answer, then the presence. */
export function Attendance({ attendance, held }: { attendance: Attendees; held: boolean }) {
  // Before the meeting is held, those who checked in.
  const noted = attendance.some(({ status }) => status != null);
  return (
    <>
      <p>{held ? presence(attendance) : answers(attendance)}</p>
      <TableFrame caption={noted ? t`Réponses et présences` : t`Réponses`}>
        <thead>
          <tr>
            <th scope="col">{t`Personne`}</th>
            <th scope="col">{t`Réponse`}</th>
            {noted && <th scope="col">{t`Présence`}</th>}
          </tr>
        </thead>
        <tbody>
          {attendance.map(({ person, answer, late, replacedBy, status, checkedInAt }, rank) => (
            <tr key={person?.id ?? rank}>
              <th scope="row">
                {person?.displayName ?? t`Personne non nommée`}
                {person?.position && <span className="fr-hint-text">{person.position}</span>}
              </th>
              <td>
                {replacedBy
                  ? t`${labelOf("AttendanceAnswer", answer)} par ${replacedBy.displayName}`
                  : labelOf("AttendanceAnswer", answer)}
                {late && <span className="fr-hint-text">{t`réponse tardive`}</span>}
              </td>
              {noted && (
                <td>
                  {status ? labelOf("AttendanceStatus", status) : "–"}
                  {checkedInAt && <span className="fr-hint-text">{t`a émargé`}</span>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

/** « 7 viendront, 2 excusés, 3 sans réponse ». */
export function answers(attendance: readonly Pick<Attendees[number], "answer">[]): string {
  const of = (...wanted: string[]) => attendance.filter(({ answer }) => wanted.includes(answer)).length;
  return [
    plural(of("WILL_ATTEND", "WILL_ATTEND_REMOTELY"), { one: "# personne viendra", other: "# personnes viendront" }),
    plural(of("EXCUSED"), { one: "# excusée", other: "# excusées" }),
    plural(of("REPLACED"), { one: "# remplacée", other: "# remplacées" }),
    plural(of("PENDING"), { one: "# sans réponse", other: "# sans réponse" }),
  ].join(", ");
}

export function presence(attendance: readonly Pick<Attendees[number], "status">[]): string {
  const of = (wanted: string) => attendance.filter(({ status }) => status === wanted).length;
  return [
    plural(of("PRESENT"), { one: "# présente", other: "# présentes" }),
    plural(of("PRESENT_REMOTELY"), { one: "# à distance", other: "# à distance" }),
    plural(of("EXCUSED"), { one: "# excusée", other: "# excusées" }),
    plural(of("ABSENT"), { one: "# absente", other: "# absentes" }),
  ].join(", ");
}
