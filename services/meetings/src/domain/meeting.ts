export type MeetingLevel = "NATIONAL" | "ACADEMIC";
export type MeetingMode = "IN_PERSON" | "REMOTE";
export type MeetingState = "PLANNED" | "CONVENED" | "HELD" | "MINUTES_APPROVED" | "SYNTHESIS_ONLINE" | "CANCELLED";
export type AttendanceAnswer = "PENDING" | "WILL_ATTEND" | "WILL_ATTEND_REMOTELY" | "EXCUSED" | "REPLACED";
export type AttendanceStatus = "PRESENT" | "PRESENT_REMOTELY" | "EXCUSED" | "ABSENT";

export interface AgendaItem {
  title: string;
  minutes: number | null;
  speaker: string | null;
}

export interface Attendee {
  personId: string;
  answer: AttendanceAnswer;
  replacedById: string | null;
  /** Instant of the last answer; null without one. */
  answeredAt?: Date | null;
  /** Null before the meeting was held, unless the person checked in. */
  status: AttendanceStatus | null;
  /** By the person himself or herself, with the meeting's code. */
  checkedInAt?: Date | null;
  /** By a seat of the group; otherwise as somebody's replacement or as a guest. */
  seated: boolean;
}

/** The short code that is shown in the room. */
export interface CheckIn {
  code: string;
  openedAt: Date;
  byId: string | null;
}

/** What became of a presence, and by whom: the first one noted is no change. */
export interface PresenceChange {
  personId: string;
  before: AttendanceStatus | null;
  after: AttendanceStatus;
  reason: string;
  byId: string | null;
  at: Date;
}

export interface Minutes {
  text: string;
  modalities: string | null;
  decisions: string[];
  writtenById: string | null;
  /** Who changed it since, each once, the latest first. */
  writers?: { byId: string; at: Date }[];
  approved: { byId: string | null; at: Date } | null;
}

export interface MinutesSynthesis {
  text: string;
  url: string;
  onlineAt: Date;
}

/** What a person may correct until the meeting is held. */
export interface MeetingText {
  title: string;
  purpose: string;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  videoUrl: string | null;
  agenda: AgendaItem[];
}

export interface PlannedMeeting extends MeetingText {
  id: string;
  level: MeetingLevel;
  mode: MeetingMode;
  themeId: string;
  /** Of an academic meeting only. */
  projectId: string | null;
  academyCode: string | null;
  /** Label, e.g. 2019-2020. */
  schoolYear: string;
  atMinistry: boolean;
}

export interface Meeting extends PlannedMeeting {
  version: number;
  state: MeetingState;
  convened: { at: Date; byId: string | null } | null;
  cancelReason: string | null;
  attendance: Attendee[];
  checkIn: CheckIn | null;
  presenceChanges: PresenceChange[];
  minutes: Minutes | null;
  synthesis: MinutesSynthesis | null;
}

export type MeetingFact =
  | { type: "MeetingPlanned"; meeting: PlannedMeeting }
  | { type: "MeetingRevised"; text: Partial<MeetingText> & { schoolYear: string } }
  | { type: "MeetingConvened"; attendance: Attendee[]; at: Date; byId: string | null }
  | { type: "AttendeesChanged"; attendance: Attendee[] }
  | { type: "ConvocationAnswered"; attendance: Attendee[] }
  | { type: "CheckInOpened"; checkIn: CheckIn }
  | { type: "CheckedIn"; attendance: Attendee[] }
  | { type: "PresenceCorrected"; attendance: Attendee[]; change: PresenceChange }
  | { type: "MeetingCancelled"; reason: string }
  | { type: "MeetingHeld"; attendance: Attendee[]; changes: PresenceChange[] }
  | { type: "MinutesWritten"; minutes: Minutes }
  | { type: "MinutesApproved"; byId: string | null; at: Date }
  | { type: "SynthesisPutOnline"; synthesis: MinutesSynthesis };

export const isPresent = ({ status }: Attendee) => status === "PRESENT" || status === "PRESENT_REMOTELY";

const HELD: readonly MeetingState[] = ["HELD", "MINUTES_APPROVED", "SYNTHESIS_ONLINE"];

export const wasHeld = ({ state }: { state: MeetingState }) => HELD.includes(state);

/** Still to come, or at least neither held nor cancelled. */
export const isAhead = ({ state }: { state: MeetingState }) => state === "PLANNED" || state === "CONVENED";

export function evolveMeeting(meeting: Meeting | null, fact: MeetingFact): Meeting {
  if (fact.type === "MeetingPlanned") {
    const nothingYet = {
      ...{ convened: null, cancelReason: null, attendance: [], checkIn: null, presenceChanges: [] },
      ...{ minutes: null, synthesis: null },
    };
    return { ...fact.meeting, version: 0, state: "PLANNED", ...nothingYet };
  }
  if (!meeting) throw new Error(`${fact.type} without a meeting`);
  switch (fact.type) {
    case "MeetingRevised":
      return { ...meeting, ...fact.text };
    case "MeetingConvened":
      return {
        ...meeting,
        state: "CONVENED",
        attendance: fact.attendance,
        convened: { at: fact.at, byId: fact.byId },
      };
    case "AttendeesChanged":
    case "ConvocationAnswered":
    case "CheckedIn":
      return { ...meeting, attendance: fact.attendance };
    case "CheckInOpened":
      return { ...meeting, checkIn: fact.checkIn };
    case "PresenceCorrected":
      return {
        ...meeting,
        attendance: fact.attendance,
        presenceChanges: [...meeting.presenceChanges, fact.change],
      };
    case "MeetingCancelled":
      return { ...meeting, state: "CANCELLED", cancelReason: fact.reason };
    case "MeetingHeld":
      return {
        ...meeting,
        state: "HELD",
        attendance: fact.attendance,
        presenceChanges: [...meeting.presenceChanges, ...fact.changes],
      };
    case "MinutesWritten":
      return { ...meeting, minutes: fact.minutes };
    case "MinutesApproved": {
      if (!meeting.minutes) throw new Error("MinutesApproved without minutes");
      const approved = { byId: fact.byId, at: fact.at };
      return { ...meeting, state: "MINUTES_APPROVED", minutes: { ...meeting.minutes, approved } };
    }
    case "SynthesisPutOnline":
      return { ...meeting, state: "SYNTHESIS_ONLINE", synthesis: fact.synthesis };
  }
}
