import type { Action as ActionState } from "./domain/action.ts";
import type { TeamProgress as TeamProgressState } from "./domain/gaps.ts";
import type {
  Attendee,
  Meeting as MeetingRow,
  Minutes as MinutesState,
  PresenceChange as PresenceChangeState,
} from "./domain/meeting.ts";
import type { Poll, Tally, Vote } from "./domain/poll.ts";
import type { ProgressReport as ReportState } from "./domain/progress.ts";
import type { Silence } from "./domain/silence.ts";
import type { Recipient } from "./domain/superiors.ts";
import type { CalendarAddress as CalendarAddressRow } from "./store/calendars.ts";
import type { SuperiorsNotice as SuperiorsNoticeRow } from "./store/superiors.ts";

/** What resolvers receive as the parent of each type. */
export type Meeting = MeetingRow;
export type MeetingAction = ActionState;
export type SuperiorsNotice = SuperiorsNoticeRow;
export type SuperiorsRecipient = Recipient;
export type TeamSilence = Silence;
export type DatePoll = Poll;
export type DatePollOption = Tally & { poll: Poll };
export type DateVote = Vote;
export type CheckIn = MeetingRow;
export type PresenceChange = PresenceChangeState;
export type Attendance = Attendee & { late: boolean };
export type Minutes = MinutesState;
export type ProgressReport = ReportState;
export type TeamProgress = TeamProgressState;
export type CalendarAddress = CalendarAddressRow;
export type Theme = { id: string };
export type Project = { id: string };
export type Person = { id: string };
export type Academy = { code: string };
export type Viewer = { id: string };
