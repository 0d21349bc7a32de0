import { PARIS } from "@trame/kit/day";
import { carriedTo } from "../domain/action.ts";
import { checkInWindow } from "../domain/check-in.ts";
import { answersDue, isLate } from "../domain/convocation.ts";
import { isAttested, isConvoked } from "../domain/documents.ts";
import { meetingGaps, progressAt } from "../domain/gaps.ts";
import { isPresent } from "../domain/meeting.ts";
import type {
  AttendanceResolvers,
  CheckInResolvers,
  MeetingResolvers,
  MinutesResolvers,
  PresenceChangeResolvers,
  TeamProgressResolvers,
} from "../gen/schema.ts";
import { policy } from "../policy.ts";
import { zoneOf } from "../store/academies.ts";
import { mayReadFacts } from "../store/access.ts";
import { demandNationalGroup, documentUrl, inside, leads, person, toldInside } from "./inside.ts";

export const Meeting: MeetingResolvers = {
  __resolveReference: async ({ id }, ctx) => {
    const found = await ctx.load.meeting.load(id);
    return found && mayReadFacts(ctx.actor, await ctx.load.academies(), found) ? found : null;
  },
  theme: ({ themeId }) => ({ id: themeId }),
  project: ({ projectId }) => person(projectId),
  academy: ({ academyCode }) => (academyCode ? { code: academyCode } : null),
  timeZone: async ({ level, academyCode }, _, { load }) =>
    level === "NATIONAL" ? PARIS : zoneOf(await load.academies(), academyCode),
  place: (meeting, _, ctx) => toldInside(meeting, ctx, meeting.place),
  videoUrl: (meeting, _, ctx) => toldInside(meeting, ctx, meeting.videoUrl),
  calendarUrl: ({ id }, _, { origin }) => `${origin}/calendars/meetings/${id}.ics`,
  convenedAt: ({ convened }) => convened?.at ?? null,
  convenedBy: ({ convened }) => person(convened?.byId),
  attendance: (meeting, _, ctx) =>
    inside(meeting, ctx, () =>
      meeting.attendance.map((attendee) => ({ ...attendee, late: isLate(meeting, attendee) })),
    ),
  answersDueAt: (meeting) => answersDue(meeting),
  checkIn: (meeting, _, ctx) => inside(meeting, ctx, () => (meeting.convened ? meeting : null)),
  presenceChanges: (meeting, _, ctx) =>
    inside(meeting, ctx, async () => {
      if (await leads(meeting, ctx)) return meeting.presenceChanges;
      return meeting.presenceChanges.filter(({ personId }) => personId === ctx.actor.personId);
    }),
  signInSheetUrl: async (meeting, _, ctx) =>
    meeting.convened && (await leads(meeting, ctx)) ? documentUrl(meeting, "emargement", ctx) : null,
  convocationUrl: (meeting, _, ctx) =>
    isConvoked(meeting, ctx.actor.personId) ? documentUrl(meeting, "convocation", ctx) : null,
  certificateUrl: (meeting, _, ctx) =>
    isAttested(meeting, ctx.actor.personId) ? documentUrl(meeting, "attestation", ctx) : null,
  datePoll: (meeting, _, ctx) =>
    inside(meeting, ctx, async () => (await ctx.load.polls.load(meeting.id)).at(-1) ?? null),
  superiorsNotices: (meeting, _, ctx) => inside(meeting, ctx, () => ctx.load.superiorsNotices.load(meeting.id)),
  presentCount: ({ attendance }) => attendance.filter(isPresent).length,
  minutes: (meeting, _, ctx) => inside(meeting, ctx, () => meeting.minutes),
  actions: (meeting, _, ctx) => inside(meeting, ctx, () => ctx.load.actionsOfMeeting.load(meeting.id)),
  carriedActions: (meeting, _, ctx) =>
    inside(meeting, ctx, async () => {
      const { projectId, themeId } = meeting;
      const { load } = ctx;
      const [group, actions] = await (projectId
        ? Promise.all([load.ofProject.load(projectId), load.actionsOfProject.load(projectId)])
        : Promise.all([load.nationalOfTheme.load(themeId), load.nationalActionsOfTheme.load(themeId)]));
      return carriedTo(meeting, group, actions, ctx.at);
    }),
  progress: async (meeting, _, ctx) => {
    if (meeting.level !== "NATIONAL") return null;
    demandNationalGroup(meeting.themeId, ctx);
    const [teams, reports] = await Promise.all([
      ctx.load.teamsOfTheme.load(meeting.themeId),
      ctx.load.reportsOfTheme.load(meeting.themeId),
    ]);
    return progressAt(
      meeting,
      teams.map(({ team }) => team),
      reports,
    );
  },
  gaps: async (meeting, _, { load, actor }) => {
    const [theme, national, ofProject, teams, reports, notices] = await Promise.all([
      load.theme.load(meeting.themeId),
      load.nationalOfTheme.load(meeting.themeId),
      meeting.projectId ? load.ofProject.load(meeting.projectId) : [],
      load.teamsOfTheme.load(meeting.themeId),
      load.reportsOfTheme.load(meeting.themeId),
      load.superiorsNotices.load(meeting.id),
    ]);
    const workPlan = theme?.workPlan ?? null;
    // Which academy has not reported is the group's affair.
    const known = policy.may(actor, "readProgress", meeting) ? teams : [];
    const surroundings = { national, ofProject, workPlan, reports, informed: notices.length > 0 };
    return meetingGaps(meeting, { ...surroundings, teams: known.map(({ team }) => team) });
  },
};

export const CheckIn: CheckInResolvers = {
  opensAt: (meeting) => checkInWindow(meeting).opensAt,
  closesAt: (meeting) => checkInWindow(meeting).closesAt,
  open: ({ checkIn, state }) => checkIn !== null && state === "CONVENED",
  code: async (meeting, _, ctx) => ((await leads(meeting, ctx)) ? (meeting.checkIn?.code ?? null) : null),
};

export const PresenceChange: PresenceChangeResolvers = {
  person: ({ personId }) => person(personId),
  by: ({ byId }) => person(byId),
};

export const Attendance: AttendanceResolvers = {
  person: ({ personId }) => person(personId),
  replacedBy: ({ replacedById }) => person(replacedById),
};

export const Minutes: MinutesResolvers = {
  writtenBy: ({ writtenById }) => person(writtenById),
  writers: ({ writers }) => (writers ?? []).map(({ byId, at }) => ({ person: { id: byId }, at })),
  approvedBy: ({ approved }) => person(approved?.byId),
  approvedAt: ({ approved }) => approved?.at ?? null,
};

export const TeamProgress: TeamProgressResolvers = {
  project: ({ team }) => ({ id: team.id }),
  academy: ({ team }) => ({ code: team.academyCode }),
};
