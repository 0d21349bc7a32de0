import { isPresent, type Meeting, wasHeld } from "./meeting.ts";

/** What is printed of a meeting. */
export type DocumentKind = "emargement" | "convocation" | "attestation";

const own = ({ attendance }: Meeting, personId: string | undefined) =>
  attendance.find((attendee) => personId !== undefined && attendee.personId === personId);

/** The convocation is its person's, as long as the meeting stands. */
export const isConvoked = (meeting: Meeting, personId: string | undefined): boolean =>
  meeting.convened !== null && meeting.state !== "CANCELLED" && own(meeting, personId) !== undefined;

/** The certificate is for whoever was there, once that is established. */
export function isAttested(meeting: Meeting, personId: string | undefined): boolean {
  const attendee = own(meeting, personId);
  return wasHeld(meeting) && attendee !== undefined && isPresent(attendee);
}
