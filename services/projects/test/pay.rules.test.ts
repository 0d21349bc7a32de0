import { Refusals } from "@trame/kit/refusal";
import fc from "fast-check";
import {
  attestService,
  demandNumber,
  evolveInstalment,
  hundredthsOf,
  type Instalment,
  type InstalmentFact,
  instalmentsOf,
  orderPayment,
  type PayLine,
  recordPayment,
  rejectPayment,
  setPayLines,
} from "../src/domain/instalment.ts";
import type { Project } from "../src/domain/project.ts";

const project = {
  id: "project",
  campaignId: "campaign",
  themeId: "theme",
  academyCode: "14",
  startsOn: "2019-09-01",
  endsOn: "2020-08-31",
  engagedAt: new Date("2019-09-20T08:00:00Z"),
} as Project;

const by = { byId: "someone", at: new Date("2019-11-04T09:00:00Z") };
const TEAM = new Set(["claire", "ana"]);
const line = (over: Partial<PayLine> = {}): PayLine => ({
  ...{ personId: "claire", nature: "HSE", otherNature: null, measure: "UNITS", hundredths: 600 },
  ...over,
});

const [planned] = instalmentsOf(project, (year, number) => `${year}/${number}`).map((instalment) =>
  evolveInstalment(null, { type: "InstalmentPlanned", instalment }),
) as [Instalment, Instalment];

const after = (facts: readonly InstalmentFact[], instalment = planned): Instalment =>
  facts.reduce<Instalment>(evolveInstalment, instalment);

const withLines = after(setPayLines(planned, [line()], TEAM));
const attested = after(attestService(withLines, project, null, by, "2019-11-04"), withLines);
const ordered = after(orderPayment(attested, project, "OP-12", by, "2019-11-18"), attested);

function codes(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof Refusals)
      return error.refusals.map(({ code, requirement }) => `${code} ${requirement ?? ""}`.trim());
    throw error;
  }
}

test("R90: two instalments in each school year, the first from September to December, the second from June to August", () => {
  const two = instalmentsOf({ ...project, endsOn: "2021-08-31" }, (year, number) => `${year}/${number}`);
  expect(two.map(({ id, opensOn, closesOn }) => [id, opensOn, closesOn])).toEqual([
    ["2019-2020/1", "2019-09-01", "2019-12-31"],
    ["2019-2020/2", "2020-06-01", "2020-08-31"],
    ["2020-2021/1", "2020-09-01", "2020-12-31"],
    ["2020-2021/2", "2021-06-01", "2021-08-31"],
  ]);
});

test("R90: a third instalment is refused", () => {
  expect([1, 2].flatMap((number) => codes(() => demandNumber(number)))).toEqual([]);
  for (const number of [0, 3, 1.5]) expect(codes(() => demandNumber(number))).toEqual(["THIRD_INSTALMENT R90"]);
});

test("R89: no order before the team is engaged and its service attested, with all that is missing at once", () => {
  const forming = { ...project, engagedAt: null };
  expect(codes(() => orderPayment(planned, forming, "OP-12", by, "2019-11-18"))).toEqual([
    "NOT_ENGAGED R89",
    "NO_PAY_LINE R89",
    "SERVICE_NOT_ATTESTED R89",
  ]);
  expect(codes(() => attestService(withLines, forming, null, by, "2019-11-18"))).toEqual(["NOT_ENGAGED R89"]);
  expect(ordered.state).toBe("ORDERED");
});

test("R90: the window holds for attesting and ordering, on its first and last day too", () => {
  const on = (day: string) => codes(() => attestService(withLines, project, null, by, day));
  expect(on("2019-08-31")).toEqual(["INSTALMENT_TOO_EARLY R90"]);
  expect(on("2019-09-01")).toEqual([]);
  expect(on("2019-12-31")).toEqual([]);
  expect(on("2020-01-01")).toEqual(["INSTALMENT_TOO_LATE R90"]);
});

test("R89: what was rejected is corrected, attested again and ordered, also after the window", () => {
  const rejected = after(rejectPayment(ordered, "Le grade manque.", by), ordered);
  expect([rejected.state, rejected.attested, rejected.ordered]).toEqual(["REJECTED", null, null]);
  expect(codes(() => orderPayment(rejected, project, "OP-13", by, "2020-01-20"))).toEqual(["SERVICE_NOT_ATTESTED R89"]);
  const corrected = after(setPayLines(rejected, [line({ hundredths: 500 })], TEAM), rejected);
  expect(corrected.state).toBe("REJECTED");
  const again = after(attestService(corrected, project, null, by, "2020-01-20"), corrected);
  const paid = after(orderPayment(again, project, "OP-13", by, "2020-01-21"), again);
  expect([paid.state, paid.ordered?.reference, paid.rejected?.reason]).toEqual([
    "ORDERED",
    "OP-13",
    "Le grade manque.",
  ]);
});

test("R89: lines that change are to be attested again, and cannot change once ordered", () => {
  expect(after(setPayLines(attested, [line({ hundredths: 100 })], TEAM), attested)).toMatchObject({
    state: "PLANNED",
    attested: null,
  });
  expect(codes(() => setPayLines(ordered, [], TEAM))).toEqual(["ALREADY_ORDERED R89"]);
  expect(codes(() => orderPayment(ordered, project, "OP-14", by, "2019-11-19"))).toEqual(["ALREADY_ORDERED R89"]);
});

test("R89: the team is paid and nobody else, each nature once, and never nothing", () => {
  const lines = [
    line({ personId: "stranger" }),
    line(),
    line(),
    line({ personId: "ana", nature: "OTHER", hundredths: 0 }),
  ];
  expect(codes(() => setPayLines(planned, lines, TEAM))).toEqual([
    "NOT_OF_THE_TEAM R89",
    "PAY_LINE_TWICE",
    "NATURE_TO_NAME",
    "NOTHING_TO_PAY",
  ]);
});

test("R89: only what was ordered is paid, and not in the future; paying twice changes nothing", () => {
  expect(codes(() => recordPayment(attested, "2019-12-20", "2019-12-20"))).toEqual(["NOT_ORDERED R89"]);
  expect(codes(() => recordPayment(ordered, "2019-12-21", "2019-12-20"))).toEqual(["PAID_IN_THE_FUTURE"]);
  const paid = after(recordPayment(ordered, "2019-12-20", "2019-12-20"), ordered);
  expect([paid.state, paid.paidOn]).toEqual(["PAID", "2019-12-20"]);
  expect(recordPayment(paid, "2019-12-21", "2019-12-22")).toEqual([]);
});

test("a quantity has two decimals at most", () => {
  expect(hundredthsOf(1.15, "quantity")).toBe(115);
  expect(codes(() => hundredthsOf(1.155, "quantity"))).toEqual(["BAD_QUANTITY"]);
  expect(codes(() => hundredthsOf(2_000_000, "quantity"))).toEqual(["BAD_QUANTITY"]);
});

test("R89, R90: whatever is tried in whatever order, nothing is ordered that was not attested, and nothing paid that was not ordered", () => {
  const day = fc
    .integer({ min: 0, max: 420 })
    .map((n) => new Date(Date.UTC(2019, 7, 1 + n)).toISOString().slice(0, 10));
  const act = fc.record({ name: fc.constantFrom("lines", "attest", "order", "reject", "pay"), day, many: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), fc.boolean(), (acts, engaged) => {
      const team = { engagedAt: engaged ? project.engagedAt : null };
      let state = planned;
      const seen: string[] = [];
      for (const { name, day: today, many } of acts) {
        const lines = ["claire", "ana"].slice(0, many).map((personId) => line({ personId }));
        const facts = attempt(() => {
          if (name === "lines") return setPayLines(state, lines, TEAM);
          if (name === "attest") return attestService(state, team, null, by, today);
          if (name === "order") return orderPayment(state, team, "OP", by, today);
          if (name === "reject") return rejectPayment(state, "Non", by);
          return recordPayment(state, today, today);
        });
        seen.push(...facts.map(({ type }) => type));
        state = after(facts, state);
      }
      const last = (type: string) => seen.lastIndexOf(type);
      if (state.state === "ORDERED" || state.state === "PAID") {
        expect(engaged).toBe(true);
        expect(last("ServiceAttested")).toBeLessThan(last("PaymentOrdered"));
        expect(last("PayLinesSet")).toBeLessThan(last("ServiceAttested"));
        expect(state.lines.length).toBeGreaterThan(0);
      }
      if (state.state === "PAID") expect(last("PaymentRejected")).toBeLessThan(last("PaymentOrdered"));
      expect(seen.filter((type) => type === "PaymentMade").length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

function attempt(act: () => InstalmentFact[]): InstalmentFact[] {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusals) return [];
    throw error;
  }
}
