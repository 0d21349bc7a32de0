import { timestampDate } from "@bufbuild/protobuf/wkt";
import type {
  Meeting,
  MeetingCancelled,
  MeetingConvened,
  MeetingHeld,
  MeetingRevised,
  MinutesApproved,
  ProgressReported,
} from "@trame/proto-schemas/meetings/v1/events_pb";
import * as words from "../domain/notices/meetings.ts";
import { announce, settle } from "../store/notices.ts";
import { type Heard, placeOf } from "./notices.ts";

const toldMeeting = (meeting: Meeting, at: Date): words.MeetingTold => ({
  id: meeting.id,
  title: meeting.title,
  themeId: meeting.themeId,
  startsAt: meeting.startsAt ? timestampDate(meeting.startsAt) : at,
  place: meeting.place,
  attendeeIds: meeting.attendance.map(({ personId }) => personId),
});

/** Whoever is invited and has not answered; who has answered is not reminded. */
export async function meetingConvened(
  ...[tx, { message, at }, { now }]: Heard<MeetingConvened | MeetingRevised>
): Promise<void> {
  const { meeting } = message;
  if (meeting?.state !== "CONVENED") return;
  await announce(tx, words.meetingConvened(toldMeeting(meeting, at), at), now);
  const answered = meeting.attendance.filter(({ answer }) => answer !== "PENDING").map(({ personId }) => personId);
  if (answered.length > 0) {
    await settle(tx, { about: meeting.id, kind: "MEETING_CONVENED", personIds: answered }, at);
  }
}

export async function meetingCancelled(...[tx, { message, at }, { now }]: Heard<MeetingCancelled>) {
  if (!message.meeting) return;
  await settle(tx, { about: message.meeting.id, kind: "MEETING_CONVENED" }, at);
  await announce(tx, words.meetingCancelled(toldMeeting(message.meeting, at), at), now);
}

export async function meetingHeld(...[tx, { message, at }]: Heard<MeetingHeld>) {
  if (message.meeting) await settle(tx, { about: message.meeting.id, kind: "MEETING_CONVENED" }, at);
}

export async function minutesApproved(...[tx, { message, at }, { now }]: Heard<MinutesApproved>) {
  if (message.meeting) await announce(tx, words.minutesApproved(toldMeeting(message.meeting, at), at), now);
}

/** R36. */
export async function progressReported(...[tx, { message, at }, { now }]: Heard<ProgressReported>) {
  await announce(tx, words.progressReported(message, await placeOf(tx, message), at), now);
}
