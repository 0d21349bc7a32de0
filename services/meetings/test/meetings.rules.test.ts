import { dayIn, instantIn, PARIS } from "@trame/kit/day";
import { Refusals } from "@trame/kit/refusal";
import fc from "fast-check";
import {
  answerConvocation,
  answersDue,
  convene,
  followGroup,
  isLate,
  mayReplace,
  personsToConvene,
} from "../src/domain/convocation.ts";
import { meetingGaps, progressAt } from "../src/domain/gaps.ts";
import { hold } from "../src/domain/holding.ts";
import { evolveMeeting, type Meeting, type MeetingFact } from "../src/domain/meeting.ts";
import { approveMinutes, publishSynthesis, writeMinutes } from "../src/domain/minutes.ts";
import { type Calendar, planMeeting, workPlanPeriod } from "../src/domain/planning.ts";
import { type ProgressReport, reportProgress } from "../src/domain/progress.ts";
import { proposeNationalMeetings, yearToPlan } from "../src/domain/proposals.ts";
import { academicGaps, countYear } from "../src/domain/quotas.ts";
import { schoolYears } from "../src/domain/school-year.ts";
import { reportTask, tasksOf } from "../src/domain/tasks.ts";

const [year] = schoolYears({ startsOn: "2019-09-01", endsOn: "2020-08-31" });
if (!year) throw new Error("no school year");

const calendar: Calendar = { years: [year], workPlan: null, timeZone: PARIS };
const september = new Date("2019-09-10T08:00:00Z");

const draft = (more: Partial<Meeting> = {}) => ({
  id: "m",
  level: "NATIONAL" as const,
  mode: "IN_PERSON" as const,
  title: "Réunion",
  purpose: "Lancement",
  themeId: "t",
  projectId: null,
  academyCode: null,
  startsAt: new Date("2019-10-04T07:30:00Z"),
  endsAt: new Date("2019-10-04T14:30:00Z"),
  place: null,
  atMinistry: true,
  videoUrl: null,
  agenda: [],
  ...more,
});

const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  ...draft(),
  schoolYear: "2019-2020",
  version: 1,
  state: "PLANNED",
  convened: null,
  cancelReason: null,
  attendance: [],
  checkIn: null,
  presenceChanges: [],
  minutes: null,
  synthesis: null,
  ...more,
});

const national = (id: string, day: string, more: Partial<Meeting> = {}) =>
  meeting({ id, startsAt: new Date(`${day}T08:00:00Z`), endsAt: new Date(`${day}T10:00:00Z`), ...more });

const remote = (id: string, day: string, more: Partial<Meeting> = {}) =>
  national(id, day, { mode: "REMOTE", atMinistry: false, ...more });

const academic = (id: string, day: string, more: Partial<Meeting> = {}) =>
  national(id, day, { level: "ACADEMIC", projectId: "p", academyCode: "14", atMinistry: false, ...more });

function refusedFor(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusals) return error.refusals.map((r) => `${r.code} ${r.requirement ?? ""}`.trim());
    throw error;
  }
  return [];
}

const after = (state: Meeting, facts: readonly MeetingFact[]): Meeting =>
  facts.reduce<Meeting>((before, fact) => evolveMeeting(before, fact), state);

const chosen = { mayReplace: true, at: september };

const convened = (...persons: string[]) => after(meeting(), convene(meeting(), persons, { byId: "e", at: september }));

test("R23: somebody who cannot come is replaced from the group or from the academy", () => {
  const rennes = { personId: "a", academyCode: "14" };
  expect(mayReplace(rennes, { personId: "x", academyCode: "14" }, [])).toBe(true);
  expect(mayReplace(rennes, { personId: "x", academyCode: "23" }, ["x"])).toBe(true);
  expect(mayReplace(rennes, { personId: "x", academyCode: "23" }, ["a"])).toBe(false);
  expect(mayReplace({ personId: "a" }, { personId: "x" }, ["a"])).toBe(false);
  const refused = { mayReplace: false, at: september };
  const start = convened("a", "b");
  expect(refusedFor(() => answerConvocation(start, "a", { answer: "REPLACED", replacedById: "x" }, refused))).toEqual([
    "REPLACEMENT_ELSEWHERE",
  ]);
});

test("An answer is late after its day: a week ahead, or the day before where the convocation came later", () => {
  const start = convened("a", "b");
  expect(answersDue(start)).toEqual(new Date("2019-09-27T07:30:00Z"));
  const hurried = { ...start, convened: { at: new Date("2019-09-30T08:00:00Z"), byId: "e" } };
  expect(answersDue(hurried)).toEqual(new Date("2019-10-03T07:30:00Z"));
  expect(answersDue(meeting())).toBeNull();
  const late = (at: string) => {
    const facts = answerConvocation(
      start,
      "a",
      { answer: "EXCUSED", replacedById: null },
      { ...chosen, at: new Date(at) },
    );
    const after = facts.reduce<Meeting>((before, fact) => evolveMeeting(before, fact), start);
    return after.attendance.map((attendee) => isLate(after, attendee));
  };
  expect(late("2019-09-27T07:30:00Z")).toEqual([false, false]);
  expect(late("2019-09-27T07:30:01Z")).toEqual([true, false]);
});

test("R87: the minutes name who wrote last, each once", () => {
  const text = { text: "Tour de table", modalities: null, decisions: [] };
  const written = (state: Meeting, byId: string, day: number) =>
    after(state, writeMinutes(state, text, { byId, at: new Date(2019, 9, day) }));
  const state = written(written(written(meeting({ state: "HELD" }), "nadia", 5), "claire", 6), "nadia", 7);
  expect(state.minutes?.writtenById).toBe("nadia");
  expect(state.minutes?.writers?.map(({ byId }) => byId)).toEqual(["nadia", "claire"]);
});

test("R45: a meeting lies inside the school year and says its purpose", () => {
  const on = (day: string) => ({ startsAt: new Date(`${day}T08:00:00Z`), endsAt: new Date(`${day}T09:00:00Z`) });
  expect(refusedFor(() => planMeeting(draft(on("2020-09-01")), calendar, september))).toEqual([
    "OUTSIDE_SCHOOL_YEAR R45",
  ]);
  expect(refusedFor(() => planMeeting(draft({ purpose: " " }), calendar, september))).toEqual(["REQUIRED R45"]);
  expect(planMeeting(draft(on("2020-08-31")), calendar, september)).toMatchObject([
    { type: "MeetingPlanned", meeting: { schoolYear: "2019-2020" } },
  ]);
});

test("R45: a second school year has meetings of its own", () => {
  const years = schoolYears({ startsOn: "2019-09-01", endsOn: "2021-08-31" });
  expect(years.map(({ label, endsOn }) => `${label} ${endsOn}`)).toEqual([
    "2019-2020 2020-08-31",
    "2020-2021 2021-08-31",
  ]);
  const startsAt = new Date("2020-11-05T08:00:00Z");
  const facts = planMeeting(
    draft({ startsAt, endsAt: new Date("2020-11-05T09:00:00Z") }),
    { ...calendar, years },
    september,
  );
  expect(facts).toMatchObject([{ meeting: { schoolYear: "2020-2021" } }]);
});

test("A day is read on the clock of the place", () => {
  const evening = new Date("2020-08-31T21:30:00Z");
  expect(dayIn(evening, PARIS)).toBe("2020-08-31");
  expect(dayIn(evening, "Indian/Reunion")).toBe("2020-09-01");
  fc.assert(
    fc.property(
      fc.constantFrom(PARIS, "Indian/Reunion", "America/Martinique", "Pacific/Noumea"),
      fc.integer({ min: 0, max: 364 }),
      (zone, offset) => {
        const day = new Date(Date.UTC(2019, 8, 1 + offset)).toISOString().slice(0, 10);
        expect(dayIn(instantIn(day, "14:00", zone), zone)).toBe(day);
      },
    ),
  );
  expect(instantIn("2019-10-04", "09:30", PARIS).toISOString()).toBe("2019-10-04T07:30:00.000Z");
});

test("R47: a national meeting lies inside the theme's work plan, when there is one", () => {
  const workPlan = workPlanPeriod({
    startsOn: "2019-09-01",
    milestones: [{ dueOn: "2020-05-29" }, { dueOn: "2020-01-24" }],
  });
  const june = draft({ startsAt: new Date("2020-06-05T08:00:00Z"), endsAt: new Date("2020-06-05T09:00:00Z") });
  expect(refusedFor(() => planMeeting(june, { ...calendar, workPlan }, september))).toEqual(["OUTSIDE_WORK_PLAN R47"]);
  expect(refusedFor(() => planMeeting(june, calendar, september))).toEqual([]);
  expect(workPlanPeriod({ startsOn: "2019-09-01", milestones: [] })).toBeNull();
});

test("R82: at the ministry meets the national group, in person", () => {
  const elsewhere = draft({ level: "ACADEMIC", projectId: "p", academyCode: "14" });
  expect(refusedFor(() => planMeeting(elsewhere, calendar, september))).toEqual(["MINISTRY_IS_NATIONAL R82"]);
  expect(refusedFor(() => planMeeting(draft({ mode: "REMOTE" }), calendar, september))).toEqual([
    "REMOTE_AT_MINISTRY R82",
  ]);
});

const today = "2020-05-18";
const held = { state: "HELD" as const };

test("R82, R83: one meeting at the ministry and two remote intermediate ones fill a year", () => {
  const full = [national("a", "2019-10-04", held), remote("b", "2020-01-24", held), remote("c", "2020-04-03", held)];
  expect(countYear(year, full, { workPlan: null, today })).toEqual({
    schoolYear: "2019-2020",
    inPersonHeld: 1,
    inPersonDue: 1,
    remoteHeld: 2,
    remoteDue: 2,
    gaps: [],
  });
});

const codes = (gaps: readonly { code: string; requirement: string }[]) =>
  gaps.map(({ code, requirement }) => `${code} ${requirement}`);

test("R82, R83: fewer is a gap, more is a warning and never refused", () => {
  const count = (...all: Meeting[]) => codes(countYear(year, all, { workPlan: null, today }).gaps);
  expect(count()).toEqual(["IN_PERSON_MEETINGS_MISSING R82", "REMOTE_MEETINGS_MISSING R83"]);
  const opening = national("a", "2019-10-04", held);
  expect(count(opening, remote("b", "2020-01-24", held))).toEqual(["REMOTE_MEETINGS_MISSING R83"]);
  expect(count(opening, remote("b", "2020-01-24", held), remote("c", "2020-06-12"))).toEqual([]);
  const three = ["2020-01-24", "2020-04-03", "2020-06-12"].map((day) => remote(day, day));
  expect(count(opening, ...three)).toEqual(["REMOTE_MEETINGS_IN_EXCESS R83"]);
  expect(count(opening, national("d", "2019-10-11"), ...three.slice(1))).toEqual(["IN_PERSON_MEETINGS_IN_EXCESS R82"]);
});

test("R82: what is only foreseen no longer counts once the year is over", () => {
  const all = [national("a", "2019-10-04"), remote("b", "2020-01-24", held), remote("c", "2020-04-03", held)];
  const late = countYear(year, all, { workPlan: null, today: "2020-09-01" });
  expect(codes(late.gaps)).toEqual(["IN_PERSON_MEETINGS_MISSING R82"]);
});

test("R83: a remote meeting that opens the year or follows the last milestone is not intermediate", () => {
  const workPlan = { startsOn: "2019-09-01", endsOn: "2020-05-29" };
  const all = [remote("a", "2019-09-20", held), national("b", "2019-10-04", held), remote("c", "2020-06-05", held)];
  expect(countYear(year, all, { workPlan, today }).remoteHeld).toBe(0);
  const around = { national: all, ofProject: [], workPlan, teams: [], reports: [] };
  for (const index of [0, 2]) {
    expect(codes(meetingGaps(all[index] as Meeting, around))).toContain("NOT_INTERMEDIATE R83");
  }
});

test("R44: no in-person academic meeting at the year's end is a gap, one or two are right, a third is a warning", () => {
  const gaps = (day: string, ...all: Meeting[]) => codes(academicGaps([year], all, { today: day }));
  expect(gaps("2020-09-01")).toEqual(["NO_ACADEMIC_MEETING R44"]);
  expect(gaps("2020-05-18")).toEqual(["NO_ACADEMIC_MEETING_YET R44"]);
  expect(gaps("2020-05-18", academic("a", "2020-06-05"))).toEqual([]);
  expect(gaps("2020-09-01", academic("a", "2020-06-05"))).toEqual(["NO_ACADEMIC_MEETING R44"]);
  expect(gaps("2020-09-01", academic("a", "2019-11-12", held))).toEqual([]);
  expect(gaps("2020-09-01", academic("a", "2020-03-24", { ...held, mode: "REMOTE" }))).toEqual([
    "NO_ACADEMIC_MEETING R44",
  ]);
  const three = ["2019-11-12", "2020-01-14", "2020-03-10"].map((day) => academic(day, day, held));
  expect(gaps("2020-05-18", ...three.slice(1))).toEqual([]);
  expect(gaps("2020-05-18", ...three)).toEqual(["MORE_THAN_TWO R44"]);
  const around = { national: [], ofProject: three, workPlan: null, teams: [], reports: [] };
  expect(three.map((one) => codes(meetingGaps(one, around)).includes("MORE_THAN_TWO R44"))).toEqual([
    false,
    false,
    true,
  ]);
});

test("A national meeting convenes the inspection générale, the experts and the référents, an academic one its whole group", () => {
  const seats = [
    { personId: "ig", role: "INSPECTOR_GENERAL" },
    { personId: "e", role: "EXPERT" },
    { personId: "r", role: "REFERENT" },
    { personId: "t", role: "TEACHER" },
    { personId: "e", role: "EXPERT" },
  ];
  expect(personsToConvene("NATIONAL", seats)).toEqual(["ig", "e", "r"]);
  expect(personsToConvene("ACADEMIC", seats)).toEqual(["ig", "e", "r", "t"]);
});

test("A convened meeting follows its group: newcomers are convened, who left without an answer is dropped", () => {
  const answered = after(convened("a", "b", "c"), [
    ...answerConvocation(convened("a", "b", "c"), "b", { answer: "WILL_ATTEND", replacedById: null }, chosen),
  ]);
  const followed = after(answered, followGroup(answered, ["a", "d"]));
  expect(followed.attendance.map(({ personId, answer }) => `${personId} ${answer}`)).toEqual([
    "a PENDING",
    "b WILL_ATTEND",
    "d PENDING",
  ]);
  expect(followGroup(followed, ["a", "d"])).toEqual([]);
  expect(followGroup({ ...followed, state: "HELD" }, [])).toEqual([]);
});

test("Following the group is idempotent and never loses an answer, whatever the group becomes", () => {
  const names = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e"), { minLength: 1 });
  fc.assert(
    fc.property(names, names, names, (first, silentOnes, second) => {
      const start = convened(...first);
      const answered = first
        .filter((name) => !silentOnes.includes(name))
        .reduce(
          (state, name) =>
            after(state, answerConvocation(state, name, { answer: "EXCUSED", replacedById: null }, chosen)),
          start,
        );
      const followed = after(answered, followGroup(answered, second));
      const there = followed.attendance.map(({ personId }) => personId);
      expect(second.every((name) => there.includes(name))).toBe(true);
      expect(there.every((name) => second.includes(name) || !silentOnes.includes(name))).toBe(true);
      expect(followGroup(followed, second)).toEqual([]);
    }),
  );
});

test("A replacement is convened, and drops out when the answer changes before he or she answered", () => {
  const start = convened("a", "b");
  const replaced = after(start, answerConvocation(start, "a", { answer: "REPLACED", replacedById: "x" }, chosen));
  expect(replaced.attendance.map(({ personId }) => personId)).toEqual(["a", "b", "x"]);
  expect(followGroup(replaced, ["a", "b"])).toEqual([]);
  const back = after(replaced, answerConvocation(replaced, "a", { answer: "WILL_ATTEND", replacedById: null }, chosen));
  expect(back.attendance.map(({ personId }) => personId)).toEqual(["a", "b"]);
  expect(refusedFor(() => answerConvocation(start, "a", { answer: "REPLACED", replacedById: null }, chosen))).toEqual([
    "REQUIRED",
  ]);
  expect(refusedFor(() => answerConvocation(start, "a", { answer: "REPLACED", replacedById: "a" }, chosen))).toEqual([
    "REPLACED_BY_ONESELF",
  ]);
});

test("A meeting is held from its first instant on, not before, with somebody present", () => {
  const start = convened("a", "b");
  const present = [{ personId: "a", status: "PRESENT" as const }];
  const at = (offset: number) => new Date(start.startsAt.getTime() + offset);
  expect(refusedFor(() => hold(start, present, { first: null, at: at(-1) }))).toEqual(["NOT_YET_BEGUN"]);
  expect(after(start, hold(start, present, { first: null, at: at(0) })).attendance.map(({ status }) => status)).toEqual(
    ["PRESENT", "ABSENT"],
  );
  expect(refusedFor(() => hold(start, [], { first: null, at: at(0) }))).toEqual(["NOBODY_PRESENT"]);
});

test("R85: no later national meeting is held before the first one's minutes set out the modalities", () => {
  const later = { ...convened("a"), id: "later" };
  const at = later.startsAt;
  const present = [{ personId: "a", status: "PRESENT" as const }];
  for (const modalities of [null, "  "]) {
    expect(refusedFor(() => hold(later, present, { first: { id: "m", modalities }, at }))).toEqual([
      "MODALITIES_MISSING R85",
    ]);
  }
  expect(hold(later, present, { first: { id: "m", modalities: "Un pad par thème" }, at })).toHaveLength(1);
  expect(hold(later, present, { first: { id: "later", modalities: null }, at })).toHaveLength(1);
});

const written = (more: object = {}): Meeting => ({
  ...meeting(held),
  minutes: { text: "Tour de table.", modalities: null, decisions: [], writtenById: "e", approved: null, ...more },
});

test("R87: minutes are written once the meeting was held, need a text, and no longer change once approved", () => {
  const text = { text: "Tour de table.", modalities: null, decisions: [] };
  const by = { byId: "e", at: september };
  expect(refusedFor(() => writeMinutes(meeting(), text, by))).toEqual(["NOT_HELD R87"]);
  expect(refusedFor(() => writeMinutes(meeting(held), { ...text, text: " " }, by))).toEqual(["REQUIRED R87"]);
  expect(refusedFor(() => approveMinutes(meeting(held), { isFirstNational: false }, by))).toEqual(["NO_MINUTES R87"]);
  const approved = after(written(), approveMinutes(written(), { isFirstNational: false }, by));
  expect(approved.state).toBe("MINUTES_APPROVED");
  expect(refusedFor(() => writeMinutes(approved, text, by))).toEqual(["MINUTES_ARE_FINAL R87"]);
});

test("R85: the first national meeting's minutes are not approved without the modalities", () => {
  const by = { byId: "e", at: september };
  expect(refusedFor(() => approveMinutes(written(), { isFirstNational: true }, by))).toEqual([
    "APPROVAL_NEEDS_MODALITIES R85",
  ]);
  expect(approveMinutes(written({ modalities: "Un pad" }), { isFirstNational: true }, by)).toHaveLength(1);
});

test("R88: the synthesis is another text than the minutes, of a national meeting, at its address on eduscol", () => {
  const approved: Meeting = { ...written(), state: "MINUTES_APPROVED" };
  const good = { text: "Les équipes ont ouvert l'année.", url: "https://eduscol.education.fr/traam" };
  const refused = (more: object, state = approved) =>
    refusedFor(() => publishSynthesis(state, { ...good, ...more }, september));
  expect(refused({})).toEqual([]);
  expect(refused({ text: "TOUR de table !" })).toEqual(["SYNTHESIS_IS_THE_MINUTES R88"]);
  for (const url of [
    "http://eduscol.education.fr/x",
    "https://eduscol.example.fr",
    "https://notreduscol.education.fr",
    "x",
  ]) {
    expect(refused({ url })).toEqual(["NOT_ON_EDUSCOL R88"]);
  }
  expect(refused({}, { ...approved, level: "ACADEMIC" })).toEqual(["SYNTHESIS_IS_NATIONAL R88"]);
  expect(refused({}, written())).toEqual(["MINUTES_NOT_APPROVED R88"]);
});

const report = (more: Partial<ProgressReport> = {}): ProgressReport => ({
  id: "r",
  version: 1,
  projectId: "p",
  themeId: "t",
  academyCode: "14",
  authorId: "c",
  text: "Deux séquences éprouvées.",
  links: [],
  at: new Date("2020-01-20T08:00:00Z"),
  ...more,
});

test("R37: a progress report may carry web addresses and nothing else", () => {
  expect(refusedFor(() => reportProgress(report({ links: ["https://pad.example.fr/p/1"] }), "ENGAGED"))).toEqual([]);
  expect(refusedFor(() => reportProgress(report({ links: ["pad", "javascript:alert(1)"] }), "ENGAGED"))).toEqual([
    "NOT_AN_ADDRESS R37",
    "NOT_AN_ADDRESS R37",
  ]);
  expect(refusedFor(() => reportProgress(report({ text: " " }), "ENGAGED"))).toEqual(["REQUIRED R35"]);
});

const team = (id: string, academyLabel: string) => ({ id, academyCode: id, academyLabel, state: "RUNNING" });

test("R84: each stage lists every academy's progress, and names those that have not reported since the meeting before", () => {
  const all = [national("a", "2019-10-04", held), remote("b", "2020-01-24", { ...held, convened: null })];
  const [, january] = all;
  const teams = [team("p", "académie de Rennes"), team("q", "académie de Nice")];
  const around = { national: all, ofProject: [], workPlan: null, teams, reports: [report()] };
  expect(progressAt(january as Meeting, teams, [report()]).map((line) => `${line.team.id} ${line.report?.id}`)).toEqual(
    ["q undefined", "p r"],
  );
  const missing = meetingGaps(january as Meeting, around).find(({ code }) => code === "PROGRESS_MISSING");
  expect(missing).toMatchObject({ requirement: "R84", message: expect.stringContaining("Nice") });
  expect(missing?.message).not.toContain("Rennes");
});

test("R84: more than four months between two national meetings are flagged", () => {
  const all = [national("a", "2019-10-04", held), remote("b", "2020-02-14")];
  const around = { national: all, ofProject: [], workPlan: null, teams: [], reports: [] };
  expect(codes(meetingGaps(all[1] as Meeting, around))).toContain("LONG_INTERVAL R84");
});

test("R85, R87, R88: a held national meeting shows which of its papers are missing", () => {
  const around = { national: [meeting(held)], ofProject: [], workPlan: null, teams: [], reports: [] };
  expect(codes(meetingGaps(meeting(held), around))).toEqual([
    "MODALITIES_MISSING R85",
    "MINUTES_MISSING R87",
    "SYNTHESIS_MISSING R88",
  ]);
  expect(codes(meetingGaps(written({ modalities: "Un pad" }), around))).toEqual([
    "MINUTES_NOT_APPROVED R87",
    "SYNTHESIS_MISSING R88",
  ]);
});

const themeFacts = (...days: string[]) => ({
  id: "t",
  title: "Thème",
  startsOn: "2019-09-01",
  endsOn: "2020-08-31",
  milestones: days.map((dueOn) => ({ title: "Étape", dueOn })),
});

const proposed = (facts: ReturnType<typeof themeFacts>, today: string) =>
  proposeNationalMeetings(facts, year, { today, idOf: String }).map(
    (one) => `${dayIn(one.startsAt, PARIS)} ${one.mode}`,
  );

test("R82, R83: a launch proposes the ministry in early October and two remote stages, on the work plan's milestones when they fit", () => {
  const usual = ["2019-10-04 IN_PERSON", "2020-01-24 REMOTE", "2020-04-03 REMOTE"];
  expect(proposed(themeFacts(), "2019-09-02")).toEqual(usual);
  expect(proposed(themeFacts("2019-10-09", "2020-01-30", "2020-06-30"), "2019-09-02")).toEqual([
    "2019-10-09 IN_PERSON",
    "2020-01-30 REMOTE",
    "2020-04-03 REMOTE",
  ]);
});

test("R47: proposals lie inside the work plan and the year, three weeks ahead, in order, on working days", () => {
  const day = fc
    .integer({ min: 0, max: 300 })
    .map((n) => new Date(Date.UTC(2019, 8, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.array(day, { maxLength: 5 }), (today, milestones) => {
      const facts = themeFacts(...milestones);
      const days = proposed(facts, today).map((text) => text.slice(0, 10));
      const last = milestones.toSorted().at(-1) ?? "2020-08-31";
      const end = last > "2019-09-01" ? last : "2020-08-31";
      expect(days.every((one) => one <= end && one > today)).toBe(true);
      expect(days.every((one) => ![0, 6].includes(new Date(one).getUTCDay()))).toBe(true);
      expect(days).toEqual([...new Set(days)].toSorted());
    }),
  );
  expect(yearToPlan(themeFacts(), "2019-06-20")?.label).toBe("2019-2020");
  expect(yearToPlan(themeFacts(), "2020-09-20")).toBeUndefined();
});

test("R35: a référent who has not reported since the last national meeting is asked to, in the three weeks before the next", () => {
  const all = [national("a", "2019-10-04", held), remote("b", "2020-01-24", { state: "CONVENED" })];
  const project = { id: "p", title: "Projet", state: "RUNNING" };
  const asked = (at: string, ...reports: ProgressReport[]) => reportTask(project, all, reports, new Date(at)).length;
  expect(asked("2019-12-20T08:00:00Z")).toBe(0);
  expect(asked("2020-01-10T08:00:00Z")).toBe(1);
  expect(asked("2020-01-21T08:00:00Z", report())).toBe(0);
  expect(asked("2019-09-20T08:00:00Z")).toBe(0);
});

test("R87: each state of a meeting asks its next step of the person who may take it", () => {
  const none = { lead: false, approve: false, publish: false };
  const kinds = (state: Meeting, powers: object, at: Date) =>
    tasksOf(state, "a", { ...none, ...powers }, at).map((task) => task.id.split(":")[0]);
  const before = new Date("2019-10-01T08:00:00Z");
  const later = new Date("2019-10-05T08:00:00Z");
  expect(kinds(meeting(), { lead: true }, before)).toEqual(["convene"]);
  expect(kinds(convened("a"), {}, before)).toEqual(["answer"]);
  expect(kinds(convened("a"), { lead: true }, later)).toEqual(["hold"]);
  expect(kinds(meeting(held), { lead: true }, later)).toEqual(["minutes"]);
  expect(kinds(written(), { approve: true }, later)).toEqual(["approve"]);
  expect(kinds({ ...written(), state: "MINUTES_APPROVED" }, { publish: true }, later)).toEqual(["synthesis"]);
  expect(kinds(written(), {}, later)).toEqual([]);
});
