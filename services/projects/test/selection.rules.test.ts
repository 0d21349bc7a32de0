import fc from "fast-check";
import { type Application, evolveApplication } from "../src/domain/application.ts";
import { balance, mayReview, type Reviewer, type Wanting } from "../src/domain/assignment.ts";
import { warningsOf } from "../src/domain/board.ts";
import {
  admitApplication,
  declareInadmissible,
  draftApplication,
  returnApplication,
  reviseApplication,
  signApplication,
  submitApplication,
  unsigned,
} from "../src/domain/candidacy.ts";
import {
  decideApplication,
  editLetter,
  type PendingDecision,
  publishDecision,
  reverseDecision,
  usualLetter,
} from "../src/domain/decision.ts";
import { markOf, marksFit, summaryOf, USUAL_GRID } from "../src/domain/grid.ts";
import { checkScenarios, type Project, scenarioCame } from "../src/domain/project.ts";
import { assignReview, conflictOf, evolveReview, saveReview } from "../src/domain/review.ts";
import type { Theme } from "../src/domain/theme.ts";
import { beginSecondYear, renewTheme, secondYearGaps } from "../src/domain/theme-years.ts";
import { campaign, complete, during, refusedFor, rennes, submitted, theme } from "./states.ts";

const alone = { other: null, academyLabel: "académie de Rennes" };
const pending: PendingDecision = {
  outcome: "RETAINED",
  reason: "r",
  letter: "l",
  secondTeamReason: null,
  byId: "b",
  at: during,
};

const after = (application: Application, facts: ReturnType<typeof decideApplication>) =>
  facts.reduce<Application>((state, fact) => evolveApplication(state, fact), application);

test("R20: a decision needs a reason and a submitted application, stays pending until it is published, and is then taken once", () => {
  expect(refusedFor(() => decideApplication(submitted(), { ...pending, reason: " " }, alone))).toEqual([
    "REQUIRED R20",
  ]);
  expect(refusedFor(() => decideApplication(complete(), pending, alone))).toEqual(["NOT_SUBMITTED R20"]);
  const prepared = after(submitted(), decideApplication(submitted(), { ...pending, outcome: "DECLINED" }, alone));
  expect(prepared).toMatchObject({ state: "UNDER_REVIEW", decision: null, pending: { outcome: "DECLINED" } });
  const told = after(prepared, publishDecision(prepared, { projectId: "p", at: during }));
  expect(told).toMatchObject({ state: "DECLINED", pending: null, projectId: null, decision: { publishedAt: during } });
  expect(refusedFor(() => decideApplication(told, pending, alone))).toEqual(["ALREADY_DECIDED R20"]);
  expect(refusedFor(() => publishDecision(told, { projectId: "p", at: during }))).toEqual(["NOTHING_PENDING R20"]);
});

test("R23: one retained team per academy and theme; a second only with a reason and the same référent", () => {
  const decides = (change: Partial<PendingDecision>, referentId: string | null) =>
    refusedFor(() => decideApplication(submitted(), { ...pending, ...change }, { ...alone, other: { referentId } }));
  expect(decides({}, "p")).toEqual(["ALREADY_RETAINED R23"]);
  expect(decides({ secondTeamReason: "Deux bassins." }, "somebody")).toEqual(["SECOND_TEAM_OTHER_REFERENT R23"]);
  expect(decides({ secondTeamReason: "Deux bassins." }, "p")).toEqual([]);
  expect(decides({ outcome: "WAITLISTED" }, "p")).toEqual([]);
});

test("R20: a letter is proofread before it leaves, and a reversal is open: with a reason, and the application under review again", () => {
  const prepared = after(submitted(), decideApplication(submitted(), pending, alone));
  expect(refusedFor(() => editLetter(prepared, " "))).toEqual(["REQUIRED R20"]);
  const read = after(prepared, editLetter(prepared, "Relue."));
  const told = after(read, publishDecision(read, { projectId: "p", at: during }));
  expect(told.decision?.letter).toBe("Relue.");
  expect(refusedFor(() => reverseDecision(told, "", "b"))).toEqual(["REQUIRED R20"]);
  const undone = after(told, reverseDecision(told, "Erreur de dossier.", "b"));
  expect(undone).toMatchObject({ state: "UNDER_REVIEW", decision: null, projectId: null });
  expect(refusedFor(() => reverseDecision(undone, "Encore.", "b"))).toEqual(["NOT_DECIDED R20"]);
});

test("R20: the usual letter says outcome, reason, title, theme, academy and campaign", () => {
  const about = { title: "Des haies", theme: "Mesurer", academy: "académie de Rennes", campaign: "2020-2021" };
  for (const outcome of ["RETAINED", "RETAINED_CONDITIONALLY", "WAITLISTED", "DECLINED"] as const) {
    const letter = usualLetter({ outcome, reason: "Projet solide." }, about);
    for (const part of [...Object.values(about), "Projet solide."]) expect(letter).toContain(part);
  }
});

test("R31: the pilot signs where one is named, the DAN always; whoever submits signs by doing so, and a revision undoes signatures", () => {
  const piloted: Application = { ...complete(), pilotId: "paul" };
  expect(unsigned(complete())).toEqual(["DAN"]);
  expect(unsigned(piloted)).toEqual(["PILOT", "DAN"]);
  const place = { campaign, theme };
  const asPilot = { byId: "paul", at: during, roles: ["PILOT" as const] };
  expect(refusedFor(() => submitApplication(piloted, place, asPilot))).toEqual(["SIGNATURE_MISSING R31"]);
  const signed = after(piloted, signApplication(piloted, { roles: ["DAN"], byId: "dan", at: during }));
  expect(signApplication(signed, { roles: ["DAN"], byId: "dan", at: during })).toEqual([]);
  expect(after(signed, submitApplication(signed, place, asPilot)).state).toBe("SUBMITTED");
  const changed = after(signed, reviseApplication(signed, theme, { problem: "Autre" }));
  expect(unsigned(changed)).toEqual(["PILOT", "DAN"]);
});

test("R17: a returned application is corrected until its own date, also after the call is closed, and not later", () => {
  const correction = { reason: "Précisez.", dueAt: new Date("2020-06-20T10:00:00Z"), byId: "b", at: during };
  expect(refusedFor(() => returnApplication(submitted(), { ...correction, reason: "" }))).toEqual(["REQUIRED R19"]);
  expect(refusedFor(() => returnApplication(submitted(), { ...correction, dueAt: during }))).toEqual([
    "DUE_IN_THE_PAST",
  ]);
  expect(refusedFor(() => returnApplication(complete(), correction))).toEqual(["NOT_SUBMITTED R20"]);
  const returned = after(submitted(), returnApplication(submitted(), correction));
  const submits = (at: Date) => submitApplication(returned, { campaign, theme }, { byId: "dan", at, roles: ["DAN"] });
  expect(after(returned, submits(correction.dueAt))).toMatchObject({ state: "SUBMITTED", correction: null });
  expect(refusedFor(() => submits(new Date(correction.dueAt.getTime() + 1)))).toEqual(["CORRECTION_LATE R17"]);
});

test("R20: an inadmissible application says why, and can be admitted after all", () => {
  const refused = { reason: "Hors thème.", byId: "b", at: during };
  expect(refusedFor(() => declareInadmissible(submitted(), { ...refused, reason: " " }))).toEqual(["REQUIRED R20"]);
  const out = after(submitted(), declareInadmissible(submitted(), refused));
  expect(out).toMatchObject({ state: "INADMISSIBLE", inadmissible: { reason: "Hors thème." } });
  expect(after(out, admitApplication(out))).toMatchObject({ state: "UNDER_REVIEW", inadmissible: null });
});

test("R43, R46: a clone takes up text and team, never the commitment, and lasts no longer than the new theme", () => {
  const source: Application = { ...complete(), durationYears: 2, state: "DECLINED" };
  const [fact] = draftApplication(
    { campaign, theme, academy: rennes },
    { id: "n", title: "T", referentId: "q", source },
    during,
  );
  if (fact?.type !== "ApplicationDrafted") throw new Error("not drafted");
  expect(fact.application).toMatchObject({ problem: "p", members: source.members, clonedFromId: "a", referentId: "q" });
  expect(fact.application).toMatchObject({ meetingCommitment: false, durationYears: 1 });
});

const academies = fc.uniqueArray(fc.constantFrom("01", "02", "03", "04", "05"), { maxLength: 2 });
const someone = fc.constantFrom("a", "b", "c", "d", "e", "f");
const reviewer: fc.Arbitrary<Reviewer> = fc.record({
  personId: someone,
  themeId: fc.option(fc.constantFrom("t1", "t2"), { nil: null }),
  academyCodes: academies,
});
const wanting: fc.Arbitrary<Wanting> = fc.record({
  applicationId: fc.uuid(),
  themeId: fc.constantFrom("t1", "t2"),
  academyCodes: academies,
  personIds: fc.uniqueArray(someone, { maxLength: 2 }),
  assignedTo: fc.uniqueArray(someone, { maxLength: 2 }),
  wanted: fc.integer({ min: 0, max: 3 }),
});
const staff = fc.uniqueArray(reviewer, { maxLength: 6, selector: ({ personId }) => personId });

test("shared out, no application meets a reviewer with an interest, twice the same, or more than it wants", () => {
  fc.assert(
    fc.property(staff, fc.array(wanting, { maxLength: 12 }), (reviewers, applications) => {
      const given = balance(reviewers, applications, {});
      for (const application of applications) {
        const mine = given.filter(({ applicationId }) => applicationId === application.applicationId);
        const able = reviewers.filter((one) => mayReview(one, application));
        expect(mine).toHaveLength(Math.min(application.wanted, able.length));
        expect(new Set(mine.map(({ reviewerId }) => reviewerId)).size).toBe(mine.length);
        for (const { reviewerId } of mine) expect(able.map(({ personId }) => personId)).toContain(reviewerId);
      }
    }),
    { numRuns: 300 },
  );
});

test("shared out without any conflict, nobody has two more than another", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 3 }),
      (people, count, wanted) => {
        const reviewers = Array.from({ length: people }, (_, n) => ({
          personId: `p${n}`,
          themeId: null,
          academyCodes: [],
        }));
        const open = { themeId: "t", academyCodes: [], personIds: [], assignedTo: [], wanted };
        const applications = Array.from({ length: count }, (_, n) => ({ ...open, applicationId: `a${n}` }));
        const loads = reviewers.map(
          ({ personId }) =>
            balance(reviewers, applications, {}).filter(({ reviewerId }) => reviewerId === personId).length,
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 60 },
  );
});

test("an interest is the same academy, one that it came from, or a place in the team", () => {
  const concerned = { academyCodes: ["70", "05", "21"], personIds: ["claire"] };
  expect(conflictOf({ personId: "claire", academyCodes: [] }, concerned)).toBe("SAME_GROUP");
  expect(conflictOf({ personId: "x", academyCodes: ["05"] }, concerned)).toBe("SAME_ACADEMY");
  expect(conflictOf({ personId: "x", academyCodes: ["14"] }, concerned)).toBeNull();
});

test("mean, median and spread agree with their definitions, and do not depend on the order", () => {
  expect(summaryOf([])).toEqual({ count: 0, mean: null, median: null, spread: null });
  expect(summaryOf([10, 14])).toEqual({ count: 2, mean: 12, median: 12, spread: 2 });
  expect(summaryOf([20, 2, 8])).toMatchObject({ median: 8, mean: 10 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 9 }), (marks) => {
      const { mean, median, spread } = summaryOf(marks);
      expect(summaryOf([...marks].reverse())).toEqual({ count: marks.length, mean, median, spread });
      expect(median).toBeGreaterThanOrEqual(Math.min(...marks));
      expect(median).toBeLessThanOrEqual(Math.max(...marks));
      expect((spread ?? 0) === 0).toBe(new Set(marks).size === 1);
    }),
    { numRuns: 200 },
  );
});

test("a mark weighs its criteria: nothing is 0, everything is 20, and each mark given lies in its range", () => {
  const all = (value: (max: number) => number) =>
    Object.fromEntries(USUAL_GRID.map(({ code, max }) => [code, value(max)]));
  expect(
    markOf(
      USUAL_GRID,
      all(() => 0),
    ),
  ).toBe(0);
  expect(
    markOf(
      USUAL_GRID,
      all((max) => max),
    ),
  ).toBe(20);
  expect(markOf(USUAL_GRID, { ...all(() => 0), problem: 5 })).toBe(6);
  expect(marksFit(USUAL_GRID, { problem: 6, unknown: 1, sharing: 1.5 }).map(({ code }) => code)).toEqual([
    "MARK_OUT_OF_RANGE",
    "UNKNOWN_CRITERION",
    "MARK_OUT_OF_RANGE",
  ]);
});

test("an opinion is kept half done, submitted when every criterion has its mark, and refused to who has an interest", () => {
  const given = { id: "r", campaignId: "c", themeId: "t", applicationId: "a", reviewerId: "x", assignedAt: during };
  expect(refusedFor(() => assignReview(given, "SAME_ACADEMY", "UNDER_REVIEW"))).toEqual(["CONFLICT_OF_INTEREST"]);
  expect(refusedFor(() => assignReview(given, null, "DRAFT"))).toEqual(["NOT_REVIEWABLE"]);
  const [assigned] = assignReview(given, null, "UNDER_REVIEW");
  if (!assigned) throw new Error("not assigned");
  const review = evolveReview(null, assigned);
  const on = { grid: USUAL_GRID.slice(0, 2), applicationState: "UNDER_REVIEW", at: during };
  const half = { marks: { problem: 3 }, comment: "", submit: false };
  expect(saveReview(review, half, on)).toMatchObject([{ type: "ReviewBegun" }]);
  expect(refusedFor(() => saveReview(review, { ...half, submit: true }, on))).toEqual([
    "CRITERION_UNMARKED",
    "REQUIRED",
  ]);
  expect(refusedFor(() => saveReview({ ...review, conflict: "DECLARED" }, half, on))).toEqual(["CONFLICT_OF_INTEREST"]);
  expect(refusedFor(() => saveReview(review, half, { ...on, applicationState: "RETAINED" }))).toEqual(["REVIEWS_OVER"]);
});

test("R21: over the target or a quota warns, and says by how much", () => {
  const theme1 = { key: "Un thème", candidates: 9, retained: 9 };
  const situation = {
    retained: 101,
    target: 100,
    settings: { perTheme: 8, perAcademy: null },
    themes: [theme1],
    academies: [],
  };
  expect(warningsOf(situation).map(({ code }) => code)).toEqual(["TARGET_EXCEEDED", "THEME_QUOTA"]);
  expect(warningsOf({ ...situation, retained: 100, settings: { perTheme: 9, perAcademy: null } })).toEqual([]);
});

test("R10: a team at work is flagged at the end of the year without a scenario, once, and cleared when one comes", () => {
  const project = { state: "RUNNING", publishedScenarioCount: 0, scenarioMissingAt: null } as Project;
  expect(checkScenarios(project, during)).toEqual([{ type: "ScenarioMissed", at: during }]);
  expect(checkScenarios({ ...project, publishedScenarioCount: 1 }, during)).toEqual([]);
  expect(checkScenarios({ ...project, state: "ABANDONED" }, during)).toEqual([]);
  expect(checkScenarios({ ...project, scenarioMissingAt: during }, during)).toEqual([]);
  expect(scenarioCame({ ...project, scenarioMissingAt: during, publishedScenarioCount: 1 })).toEqual([
    { type: "ScenarioCame" },
  ]);
});

test("R46: where the campaign asks for it a second year is renewed or refused in the first; elsewhere it begins by itself", () => {
  const long = { ...theme, durationYears: 2, endsOn: "2022-08-31", state: "YEAR_1" as const };
  const renewal = { granted: false, reason: "Peu de productions.", byId: "b", at: during };
  const asks = { asksForRenewal: true, firstYearEndsOn: "2021-08-31" };
  expect(renewTheme(long, renewal, asks)).toMatchObject([{ endsOn: "2021-08-31" }]);
  expect(refusedFor(() => renewTheme(theme, renewal, asks))).toEqual(["NOTHING_TO_RENEW R46"]);
  expect(refusedFor(() => renewTheme({ ...long, renewal }, renewal, asks))).toEqual(["RENEWAL_DECIDED R46"]);
  const told = (asksForRenewal: boolean) => ({ asksForRenewal, intermediateAt: during });
  expect(beginSecondYear(long, told(true))).toEqual([]);
  expect(beginSecondYear({ ...long, renewal: { ...renewal, granted: true } }, told(true))).toHaveLength(1);
  expect(beginSecondYear({ ...long, renewal }, told(false))).toEqual([]);
  expect(beginSecondYear(long, told(false))).toHaveLength(1);
});

test("R92: the second year waits for the intermediate synthesis, and says what it waits for", () => {
  const long = { ...theme, durationYears: 2, endsOn: "2022-08-31", state: "YEAR_1" as const };
  const gapsOf = (one: Theme, asksForRenewal: boolean, intermediateAt: Date | null) =>
    secondYearGaps(one, { asksForRenewal, intermediateAt }).map(({ code, requirement }) => `${code} ${requirement}`);
  expect(beginSecondYear(long, { asksForRenewal: false, intermediateAt: null })).toEqual([]);
  expect(gapsOf(long, true, null)).toEqual(["NOT_RENEWED R46", "NO_INTERMEDIATE_SYNTHESIS R92"]);
  expect(gapsOf(long, false, during)).toEqual([]);
  expect(gapsOf({ ...long, durationYears: 1 }, true, null)).toEqual([]);
  expect(gapsOf({ ...long, state: "YEAR_2" }, true, null)).toEqual([]);
  const stopped = { granted: false, reason: "Peu de productions.", byId: "b", at: during };
  expect(gapsOf({ ...long, renewal: stopped }, true, null)).toEqual([]);
});
