import { addDays, dayIn, timeIn } from "@trame/kit/day";
import fc from "fast-check";
import { addYears, daysLater, yearsLater } from "../src/domain/calendar.ts";
import {
  beginPhase,
  callState,
  closeCall,
  datePhases,
  evolveCampaign,
  moveDates,
  repeatedFrom,
  reviseCampaign,
  USUAL_SETTINGS,
} from "../src/domain/campaign.ts";
import { receives } from "../src/domain/candidacy.ts";
import { instalmentsOf } from "../src/domain/instalment.ts";
import { PHASES, phasesFit, usualPhases } from "../src/domain/phases.ts";
import type { Project } from "../src/domain/project.ts";
import { lastInstant, setDeadline } from "../src/domain/theme.ts";
import { campaign, during, refusedFor, theme } from "./states.ts";

/** Over leap days, changes of year and both changes of hour. */
const instant = fc.date({
  min: new Date("2015-12-01T00:00:00Z"),
  max: new Date("2033-03-31T00:00:00Z"),
  noInvalidDate: true,
});

/** An hour that summer time skips does not exist: nothing is asked of it. */
const exists = (at: Date) => !/-03-(2[5-9]|3[01])$/.test(dayIn(at)) || !timeIn(at).startsWith("02:");

test("R17: dates that move keep their hour in Paris, across summer time, leap days and new years", () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -400, max: 400 }), (at, days) => {
      const moved = daysLater(at, days);
      expect(dayIn(moved)).toBe(addDays(dayIn(at), days));
      fc.pre(exists(at) && !timeIn(at).startsWith("02:"));
      expect(timeIn(moved)).toBe(timeIn(at));
      expect(moved.getTime() % 60_000).toBe(at.getTime() % 60_000);
    }),
    { numRuns: 300 },
  );
});

test("R17: a year later is the same day, and 28 February where there is no 29th", () => {
  expect(addYears("2020-02-29", 1)).toBe("2021-02-28");
  expect(addYears("2020-02-29", 4)).toBe("2024-02-29");
  expect(addYears("2019-12-31", 1)).toBe("2020-12-31");
  fc.assert(
    fc.property(instant, (at) => expect(dayIn(yearsLater(at, 1))).toBe(addYears(dayIn(at), 1))),
    { numRuns: 200 },
  );
});

test("R17: an academy at −10 h and one at +12 h write to the same last instant", () => {
  const offset = fc.integer({ min: -10 * 60, max: 12 * 60 });
  const closes = campaign.callClosesAt.getTime();
  fc.assert(
    fc.property(offset, fc.integer({ min: -90_000, max: 90_000 }), (minutes, away) => {
      // The same instant, as a clock at that offset writes it.
      const local = new Date(closes + away + minutes * 60_000).toISOString().slice(0, -1);
      const sign = minutes < 0 ? "-" : "+";
      const zone = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
        `${part}`.padStart(2, "0"),
      );
      const written = new Date(`${local}${sign}${zone.join(":")}`);
      expect(callState(campaign, written)).toBe(away < 0 ? "OPEN" : "CLOSED");
      expect(receives({ campaign, theme }, written).length === 0).toBe(away < 0);
    }),
    { numRuns: 200 },
  );
});

test("R01: a campaign begins with phases in order, whatever its dates", () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 2, max: 500 }), (opensAt, open, year) => {
      const closesAt = daysLater(opensAt, open);
      const startsOn = dayIn(closesAt);
      const phases = usualPhases({ opensAt, closesAt }, { startsOn, endsOn: addDays(startsOn, year) });
      expect(phases.map(({ kind }) => kind)).toEqual([...PHASES]);
      expect(phasesFit(phases)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("R17: all dates to come move together, what has begun stays, and the order is kept", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), (days) => {
      const [fact] = moveDates(campaign, days, during);
      if (fact?.type !== "CampaignDated") throw new Error("not dated");
      const [call, ...rest] = fact.phases;
      expect(call?.startsAt).toEqual(campaign.callOpensAt);
      expect(call?.endsAt).toEqual(daysLater(campaign.callClosesAt, days));
      for (const [index, phase] of rest.entries()) {
        expect(phase.startsAt).toEqual(daysLater(campaign.phases[index + 1]?.startsAt ?? during, days));
      }
      expect(evolveCampaign(campaign, fact).callClosesAt).toEqual(call?.endsAt);
    }),
    { numRuns: 60 },
  );
});

test("R01: a phase that has begun does not begin again, none ends before it begins, and a closed call keeps its dates", () => {
  const later = { kind: "CALL" as const, startsAt: new Date("2020-05-20T06:00:00Z"), endsAt: campaign.callClosesAt };
  expect(refusedFor(() => datePhases(campaign, [later], during))).toEqual(["PHASE_BEGUN R01"]);
  const turned = {
    kind: "REVIEW" as const,
    startsAt: new Date("2020-07-20T06:00:00Z"),
    endsAt: new Date("2020-07-01T06:00:00Z"),
  };
  expect(refusedFor(() => datePhases(campaign, [turned], during))).toEqual([
    "PHASE_REVERSED R01",
    "PHASE_OUT_OF_ORDER R01",
  ]);
  const closed = { ...campaign, callClosed: true };
  const longer = { kind: "CALL" as const, startsAt: campaign.callOpensAt, endsAt: new Date("2020-06-13T06:00:00Z") };
  expect(refusedFor(() => datePhases(closed, [longer], during))).toEqual(["CALL_ALREADY_CLOSED R17"]);
});

test("R01: phases begin in order, each once, and never before the office has opened the call", () => {
  expect(beginPhase({ ...campaign, phase: null }, "REVIEW")).toEqual([]);
  expect(beginPhase(campaign, "REVIEW")).toEqual([{ type: "PhaseBegan", phase: "REVIEW" }]);
  expect(beginPhase({ ...campaign, phase: "DECISION" }, "REVIEW")).toEqual([]);
});

test("R01: next year's campaign has the same days a year later, and last year's settings only by choice", () => {
  const settings = { ...campaign.settings, perTheme: 8 };
  const last = { ...campaign, settings, target: 90 };
  const kept = repeatedFrom(last, "next", { settings: true });
  expect(kept).toMatchObject({ label: "2021-2022", startsOn: "2021-09-01", target: 90, settings: { perTheme: 8 } });
  expect(kept.callClosesAt).toEqual(new Date("2021-06-12T21:59:00Z"));
  expect(repeatedFrom(last, "next", { settings: false })).toMatchObject({ target: 100, settings: { perTheme: null } });
});

test("R21: a target and quotas are at least one, and the grid stays once it was used", () => {
  const none = { marked: false };
  expect(refusedFor(() => reviseCampaign(campaign, { target: 0, settings: { perTheme: 0 } }, none))).toEqual([
    "TARGET_TOO_SMALL R21",
    "SETTING_TOO_SMALL R01",
  ]);
  const grid = [{ code: "one", label: "Un critère", weight: 1, max: 10 }];
  expect(refusedFor(() => reviseCampaign(campaign, { settings: { grid } }, none))).toEqual([]);
  expect(refusedFor(() => reviseCampaign(campaign, { settings: { grid } }, { marked: true }))).toEqual(["GRID_IN_USE"]);
  expect(refusedFor(() => reviseCampaign(campaign, { settings: { perTheme: 5 } }, { marked: true }))).toEqual([]);
  const [first, ...others] = USUAL_SETTINGS.grid;
  const added = [...others, { code: "criterion-6", label: " ", weight: 1, max: 5 }];
  expect(refusedFor(() => reviseCampaign(campaign, { settings: { grid: others } }, none))).toEqual([]);
  expect(refusedFor(() => reviseCampaign(campaign, { settings: { grid: added } }, none))).toEqual([
    "CRITERION_UNNAMED",
  ]);
  expect(refusedFor(() => reviseCampaign(campaign, { settings: { grid: first ? [first, first] : [] } }, none))).toEqual(
    ["CRITERION_TWICE"],
  );
});

test("R90: a campaign's windows of pay are a first and a second, on days that every year has, one after the other", () => {
  const windows = (...days: string[]) => {
    const [from = "", to = "", from2 = "", to2 = ""] = days;
    const payWindows = [
      { number: 1 as const, from, to },
      { number: 2 as const, from: from2, to: to2 },
    ];
    return refusedFor(() => reviseCampaign(campaign, { settings: { payWindows } }, { marked: true }));
  };
  expect(windows("10-01", "01-31", "05-15", "07-15")).toEqual([]);
  expect(windows("09-01", "02-29", "06-31", "7-1")).toEqual(Array(3).fill("PAY_WINDOW_MALFORMED R90"));
  expect(windows("12-31", "09-01", "08-31", "06-01")).toEqual(Array(2).fill("PAY_WINDOW_REVERSED R90"));
  expect(windows("09-01", "06-30", "06-01", "08-31")).toEqual(["PAY_WINDOWS_OVERLAP R90"]);
  const payWindows = [...USUAL_SETTINGS.payWindows, { number: 1 as const, from: "07-01", to: "07-31" }];
  for (const some of [payWindows, payWindows.slice(0, 1), []]) {
    expect(refusedFor(() => reviseCampaign(campaign, { settings: { payWindows: some } }, { marked: false }))).toEqual([
      "PAY_WINDOWS_NOT_TWO R90",
    ]);
  }
});

test("R90: a campaign that begins in May or on 2 September has its windows in the school year that follows", () => {
  for (const startsOn of ["2020-05-18", "2020-09-02"]) {
    const project = { id: "p", campaignId: "c", themeId: "t", academyCode: "14", startsOn, endsOn: "2021-06-30" };
    const planned = instalmentsOf(project as Project, (year, number) => `${year} ${number}`);
    expect(planned.map(({ opensOn, closesOn }) => [opensOn, closesOn])).toEqual([
      ["2020-09-01", "2020-12-31"],
      ["2021-06-01", "2021-08-31"],
    ]);
  }
});

test("R17: a call that is closed before its term ends when it was closed, and one that runs its time keeps its end", () => {
  const open = { ...campaign, callOpened: true, callClosed: false };
  const closed = (at: Date) => closeCall(open, at).reduce(evolveCampaign, open);
  const early = daysLater(campaign.callClosesAt, -3);
  const ended = closed(early);
  expect([ended.callClosed, ended.callClosesAt, ended.phases[0]?.endsAt]).toEqual([true, early, early]);
  expect(closed(campaign.callClosesAt).callClosesAt).toEqual(campaign.callClosesAt);
  expect(closeCall(ended, campaign.callClosesAt)).toEqual([]);
});

test("R17: a theme's own deadline lies inside the call and closes it for that theme alone", () => {
  const call = { opensAt: campaign.callOpensAt, closesAt: campaign.callClosesAt };
  const early = new Date("2020-05-29T16:00:00Z");
  expect(setDeadline(theme, early, call)).toEqual([{ type: "ThemeDeadlineSet", deadlineAt: early }]);
  expect(refusedFor(() => setDeadline(theme, new Date("2020-07-01T00:00:00Z"), call))).toEqual([
    "DEADLINE_OUTSIDE_CALL R17",
  ]);
  const closing = { campaign, theme: { ...theme, deadlineAt: early } };
  expect(receives(closing, new Date(early.getTime() - 1))).toEqual([]);
  expect(receives(closing, early).map(({ code }) => code)).toEqual(["THEME_DEADLINE_PASSED"]);
  expect(lastInstant({ deadlineAt: null }, call.closesAt)).toBe(call.closesAt);
});
