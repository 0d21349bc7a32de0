import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";
import { count } from "../../ui/plural.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";

type Attendees = NonNullable<MeetingDeskFragment["attendance"]>;

/** Who is convened: the answer, then the presence. */
export const Attendance = ({ attendance, held }: { attendance: Attendees; held: boolean }) => (
  <>
    <p>{held ? presence(attendance) : answers(attendance)}</p>
    <TableFrame caption={held ? "Réponses et présences" : "Réponses"}>
      <thead>
        <tr>
          <th scope="col">Personne</th>
          <th scope="col">Réponse</th>
          {held && <th scope="col">Présence</th>}
        </tr>
      </thead>
      <tbody>
        {attendance.map(({ person, answer, replacedBy, status }, rank) => (
          <tr key={person?.id ?? rank}>
            <th scope="row">
              {person?.displayName ?? "Personne non nommée"}
              {person?.position && <span className="fr-hint-text">{person.position}</span>}
            </th>
            <td>
              {labelOf("AttendanceAnswer", answer)}
              {replacedBy && ` par ${replacedBy.displayName}`}
            </td>
            {held && <td>{status ? labelOf("AttendanceStatus", status) : "–"}</td>}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  </>
);

/** « 7 viendront, 2 excusés, 3 sans réponse ». */
export function answers(attendance: readonly Pick<Attendees[number], "answer">[]): string {
  const of = (...wanted: string[]) => attendance.filter(({ answer }) => wanted.includes(answer)).length;
  return [
    count(of("WILL_ATTEND", "WILL_ATTEND_REMOTELY"), "personne viendra", "personnes viendront"),
    count(of("EXCUSED"), "excusée", "excusées"),
    count(of("REPLACED"), "remplacée", "remplacées"),
    count(of("PENDING"), "sans réponse", "sans réponse"),
  ].join(", ");
}

export function presence(attendance: readonly Pick<Attendees[number], "status">[]): string {
  const of = (wanted: string) => attendance.filter(({ status }) => status === wanted).length;
  return [
    count(of("PRESENT"), "présente", "présentes"),
    count(of("PRESENT_REMOTELY"), "à distance", "à distance"),
    count(of("EXCUSED"), "excusée", "excusées"),
    count(of("ABSENT"), "absente", "absentes"),
  ].join(", ");
}
