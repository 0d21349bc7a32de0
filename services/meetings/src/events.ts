import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Told, tell } from "@trame/kit/aggregate";
import * as proto from "@trame/proto-schemas/meetings/v1/events_pb";
import type { Meeting, MeetingFact } from "./domain/meeting.ts";
import type { ProgressFact } from "./domain/progress.ts";

/**
 * What each fact says to the others: a new fact does not compile until it is decided here. Drafts of minutes stay
 * inside.
 */
export function tellMeeting(fact: MeetingFact, state: Meeting): Told | null {
  const meeting = meetingMessage(state);
  switch (fact.type) {
    case "MeetingPlanned":
      return tell(proto.MeetingPlannedSchema, create(proto.MeetingPlannedSchema, { meeting }));
    case "MeetingRevised":
    case "AttendeesChanged":
    // Whoever has answered is not to be reminded.
    case "ConvocationAnswered":
    case "CheckedIn":
    case "PresenceCorrected":
      return tell(proto.MeetingRevisedSchema, create(proto.MeetingRevisedSchema, { meeting }));
    case "MeetingConvened":
      return tell(proto.MeetingConvenedSchema, create(proto.MeetingConvenedSchema, { meeting }));
    // The code is for the room.
    case "CheckInOpened":
    case "MinutesWritten":
      return null;
    case "MeetingCancelled": {
      const { reason } = fact;
      return tell(proto.MeetingCancelledSchema, create(proto.MeetingCancelledSchema, { meeting, reason }));
    }
    case "MeetingHeld":
      return tell(proto.MeetingHeldSchema, create(proto.MeetingHeldSchema, { meeting }));
    case "MinutesApproved":
      return tell(proto.MinutesApprovedSchema, create(proto.MinutesApprovedSchema, { meeting }));
    case "SynthesisPutOnline":
      return tell(proto.SynthesisOnlineSchema, create(proto.SynthesisOnlineSchema, { meeting }));
  }
}

export const tellReport = ({ report }: ProgressFact): Told => {
  const { id, projectId, themeId, academyCode, authorId } = report;
  const message = { id, projectId, themeId, academyCode, authorId };
  return tell(proto.ProgressReportedSchema, create(proto.ProgressReportedSchema, message));
};

const meetingMessage = (meeting: Meeting) =>
  create(proto.MeetingSchema, {
    id: meeting.id,
    level: meeting.level,
    mode: meeting.mode,
    title: meeting.title,
    themeId: meeting.themeId,
    projectId: meeting.projectId ?? "",
    academyCode: meeting.academyCode ?? "",
    startsAt: timestampFromDate(meeting.startsAt),
    endsAt: timestampFromDate(meeting.endsAt),
    place: meeting.place ?? "",
    atMinistry: meeting.atMinistry,
    state: meeting.state,
    attendance: meeting.attendance.map(({ personId, answer, status }) => ({ personId, answer, status: status ?? "" })),
    synthesisUrl: meeting.synthesis?.url ?? "",
    synthesisText: meeting.synthesis?.text ?? "",
  });
