import fc from "fast-check";
import { callState, openCall, prepareCampaign, schoolYears } from "../src/domain/campaign.ts";
import { draftApplication, missingToSubmit, reviseApplication, submitApplication } from "../src/domain/candidacy.ts";
import { launchGaps } from "../src/domain/launch.ts";
import { disciplinesFit, durationFits, setWorkPlan } from "../src/domain/theme.ts";
import { campaign, complete, draft, during, prepared, refusedFor, rennes, theme } from "./states.ts";

test("R17: the call is open from its first instant to the one before its last, and only once the office opened it", () => {
  const opens = campaign.callOpensAt.getTime();
  const closes = campaign.callClosesAt.getTime();
  fc.assert(
    fc.property(fc.integer({ min: opens - 1e9, max: closes + 1e9 }), fc.boolean(), (instant, callOpened) => {
      const state = callState({ ...campaign, callOpened }, new Date(instant));
      const expected = instant >= closes ? "CLOSED" : callOpened && instant >= opens ? "OPEN" : "UPCOMING";
      expect(state).toBe(expected);
    }),
  );
});

test("R17: outside the window nobody drafts or submits", () => {
  for (const at of ["2020-05-04T05:59:59Z", "2020-06-12T21:59:00Z"].map((text) => new Date(text))) {
    expect(
      refusedFor(() =>
        draftApplication({ campaign, theme, academy: rennes }, { id: "a", title: "T", referentId: null }, at),
      ),
    ).toEqual(["CALL_NOT_OPEN R17"]);
    expect(refusedFor(() => submitApplication(complete(), { campaign, theme }, { byId: null, at, roles: [] }))).toEqual(
      ["CALL_NOT_OPEN R17"],
    );
  }
});

test("R18: a theme without the agreement of the inspection générale does not enter the call", () => {
  const closed = { ...campaign, callOpened: false };
  expect(refusedFor(() => openCall(closed, [{ ...theme, state: "DRAFT" }], during))).toEqual(["THEME_NOT_AGREED R18"]);
  expect(openCall(closed, [{ ...theme, state: "AGREED" }], during)).toEqual([{ type: "CallOpened" }]);
});

test("R19: an academy that no longer exists cannot apply, and one that does not exist yet neither", () => {
  const caen = { code: "05", label: "académie de Caen", validFrom: null, validTo: "2019-12-31" };
  const place = { campaign, theme, academy: caen };
  expect(refusedFor(() => draftApplication(place, { id: "a", title: "T", referentId: null }, during))).toEqual([
    "ACADEMY_NOT_IN_FORCE R19",
  ]);
});

test("R02: one discipline for a disciplinary theme, two or more for an interdisciplinary one, any number for a transdisciplinary one", () => {
  expect(disciplinesFit("DISCIPLINARY", [])).toHaveLength(1);
  expect(disciplinesFit("DISCIPLINARY", ["svt"])).toEqual([]);
  expect(disciplinesFit("DISCIPLINARY", ["svt", "emi"])).toHaveLength(1);
  expect(disciplinesFit("INTERDISCIPLINARY", ["svt"])).toHaveLength(1);
  expect(disciplinesFit("INTERDISCIPLINARY", ["svt", "svt"])).toHaveLength(1);
  expect(disciplinesFit("INTERDISCIPLINARY", ["svt", "emi"])).toEqual([]);
  expect(disciplinesFit("TRANSDISCIPLINARY", [])).toEqual([]);
});

test("R46: a duration is one or two school years and nothing else", () => {
  fc.assert(
    fc.property(fc.integer(), (years) => expect(durationFits(years).length === 0).toBe(years === 1 || years === 2)),
  );
});

test("R46: a project does not last longer than its theme", () => {
  expect(refusedFor(() => reviseApplication(draft(), theme, { durationYears: 2 }))).toEqual(["LONGER_THAN_THEME R46"]);
  expect(refusedFor(() => reviseApplication(draft(), { ...theme, durationYears: 2 }, { durationYears: 2 }))).toEqual(
    [],
  );
});

test("R01: a second school year exists where a theme lasts two", () => {
  expect(schoolYears(campaign, 1).map(({ label }) => label)).toEqual(["2020-2021"]);
  expect(schoolYears(campaign, 2)).toEqual([
    { rank: 1, label: "2020-2021", startsOn: "2020-09-01", endsOn: "2021-08-31" },
    { rank: 2, label: "2021-2022", startsOn: "2021-09-01", endsOn: "2022-08-31" },
  ]);
});

test("R01: a campaign that says two years which do not follow each other is refused, with all its faults at once", () => {
  const wrong = { ...prepared, label: "2020-2022", target: 0, callClosesAt: prepared.callOpensAt };
  expect(refusedFor(() => prepareCampaign(wrong))).toEqual([
    "YEAR_MALFORMED R01",
    "WINDOW_REVERSED R17",
    "TARGET_TOO_SMALL R21",
  ]);
});

test("R43: what is missing comes back field by field, the commitment on meetings among it", () => {
  expect(missingToSubmit(draft()).map(({ field, requirement }) => `${field} ${requirement}`)).toEqual([
    "problem R19",
    "objectives R19",
    "levels R19",
    "members R32",
    "meetingCommitment R43",
  ]);
  expect(missingToSubmit(complete())).toEqual([]);
});

test("R47: milestones outside the theme's period are refused, the others are kept in order", () => {
  expect(refusedFor(() => setWorkPlan(theme, [{ title: "Trop tard", dueOn: "2021-09-01" }]))).toEqual([
    "MILESTONE_OUTSIDE R47",
  ]);
  const plan = setWorkPlan(theme, [
    { title: "Bilan", dueOn: "2021-06-30" },
    { title: "Lancement", dueOn: "2020-10-02" },
  ]);
  expect(plan).toEqual([
    {
      type: "WorkPlanSet",
      milestones: [
        { title: "Lancement", dueOn: "2020-10-02" },
        { title: "Bilan", dueOn: "2021-06-30" },
      ],
    },
  ]);
});

test("R22, R52, R54: a launch lacks the national group, the review of existing work and the literature review until each is there", () => {
  const requirements = (ready: Parameters<typeof launchGaps>[0]) =>
    launchGaps(ready).map(({ requirement }) => requirement);
  expect(requirements({ groupGaps: null, priorWorkAt: null, literatureAt: null })).toEqual(["R22", "R52", "R54"]);
  expect(requirements({ groupGaps: [], priorWorkAt: during, literatureAt: null })).toEqual(["R54"]);
  expect(requirements({ groupGaps: [], priorWorkAt: during, literatureAt: during })).toEqual([]);
});
