import type { Resolvers } from "../gen/schema.ts";
import { CalendarAddress } from "./CalendarAddress.ts";
import { DatePoll, DatePollOption, DateVote } from "./DatePoll.ts";
import { Attendance, CheckIn, Meeting, Minutes, PresenceChange, TeamProgress } from "./Meeting.ts";
import { MeetingAction } from "./MeetingAction.ts";
import { answerConvocation } from "./Mutation/answerConvocation.ts";
import { answerDatePoll } from "./Mutation/answerDatePoll.ts";
import { approveMinutes } from "./Mutation/approveMinutes.ts";
import { cancelMeeting } from "./Mutation/cancelMeeting.ts";
import { checkIn } from "./Mutation/checkIn.ts";
import { closeDatePoll } from "./Mutation/closeDatePoll.ts";
import { completeAction } from "./Mutation/completeAction.ts";
import { conveneMeeting } from "./Mutation/conveneMeeting.ts";
import { correctPresence } from "./Mutation/correctPresence.ts";
import { dropAction } from "./Mutation/dropAction.ts";
import { entrustAction } from "./Mutation/entrustAction.ts";
import { fileProgressReport } from "./Mutation/fileProgressReport.ts";
import { holdMeeting } from "./Mutation/holdMeeting.ts";
import { informSuperiors } from "./Mutation/informSuperiors.ts";
import { openCalendarAddress } from "./Mutation/openCalendarAddress.ts";
import { openCheckIn } from "./Mutation/openCheckIn.ts";
import { openDatePoll } from "./Mutation/openDatePoll.ts";
import { planMeeting } from "./Mutation/planMeeting.ts";
import { publishMinutesSynthesis } from "./Mutation/publishMinutesSynthesis.ts";
import { recordAction } from "./Mutation/recordAction.ts";
import { renewCalendarAddress } from "./Mutation/renewCalendarAddress.ts";
import { reopenAction } from "./Mutation/reopenAction.ts";
import { reviseMeeting } from "./Mutation/reviseMeeting.ts";
import { revokeCalendarAddress } from "./Mutation/revokeCalendarAddress.ts";
import { writeMinutes } from "./Mutation/writeMinutes.ts";
import { Person } from "./Person.ts";
import { ProgressReport } from "./ProgressReport.ts";
import { Project } from "./Project.ts";
import { meeting, meetings } from "./Query/meetings.ts";
import { SuperiorsNotice, SuperiorsRecipient } from "./SuperiorsNotice.ts";
import { TeamSilence } from "./TeamSilence.ts";
import { Theme } from "./Theme.ts";
import { Viewer } from "./Viewer.ts";

export const resolvers: Resolvers = {
  Query: { meeting, meetings },
  Mutation: {
    planMeeting,
    reviseMeeting,
    conveneMeeting,
    cancelMeeting,
    answerConvocation,
    openCheckIn,
    checkIn,
    openDatePoll,
    answerDatePoll,
    closeDatePoll,
    informSuperiors,
    holdMeeting,
    correctPresence,
    writeMinutes,
    approveMinutes,
    publishMinutesSynthesis,
    fileProgressReport,
    recordAction,
    entrustAction,
    completeAction,
    reopenAction,
    dropAction,
    openCalendarAddress,
    renewCalendarAddress,
    revokeCalendarAddress,
  },
  CalendarAddress,
  Meeting,
  MeetingAction,
  Attendance,
  CheckIn,
  PresenceChange,
  DatePoll,
  DatePollOption,
  DateVote,
  TeamSilence,
  SuperiorsNotice,
  SuperiorsRecipient,
  Minutes,
  TeamProgress,
  ProgressReport,
  Theme,
  Project,
  Person,
  Viewer,
};
