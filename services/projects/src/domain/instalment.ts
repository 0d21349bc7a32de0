import type { Day } from "@trame/kit/day";
import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { dayOf, type InstalmentNumber, PAY_WINDOWS, type PayWindow } from "./pay-window.ts";
import type { Project } from "./project.ts";

export type InstalmentState = "PLANNED" | "ATTESTED" | "ORDERED" | "PAID" | "REJECTED";
export type PayNature = "HSE" | "IMP" | "VACATION" | "OTHER";
export type PayMeasure = "UNITS" | "EUROS";

/** What one person is paid for: hours, vacations or an amount. No tariff is reckoned and no bank data kept. */
export interface PayLine {
  personId: string;
  nature: PayNature;
  /** When the nature is OTHER. */
  otherNature: string | null;
  measure: PayMeasure;
  /** In hundredths: 150 is an hour and a half, or 1,50 €. */
  hundredths: number;
}

export interface Signed {
  byId: string | null;
  at: Date;
}

/** One of the two payments of a team in a school year (R90). */
export interface Instalment {
  id: string;
  version: number;
  projectId: string;
  campaignId: string;
  themeId: string;
  academyCode: string;
  /** For example 2019-2020. */
  schoolYear: string;
  number: InstalmentNumber;
  /** First and last day on which it may be attested and ordered. */
  opensOn: Day;
  closesOn: Day;
  state: InstalmentState;
  lines: PayLine[];
  /** Service done (R89). */
  attested: (Signed & { note: string | null }) | null;
  ordered: (Signed & { reference: string }) | null;
  paidOn: Day | null;
  rejected: (Signed & { reason: string }) | null;
}

export const MAX_LINES = 100;

type NewInstalment = Pick<
  Instalment,
  "id" | "projectId" | "campaignId" | "themeId" | "academyCode" | "schoolYear" | "number" | "opensOn" | "closesOn"
>;

export type InstalmentFact =
  | { type: "InstalmentPlanned"; instalment: NewInstalment }
  | { type: "InstalmentDated"; opensOn: Day; closesOn: Day }
  | { type: "PayLinesSet"; lines: PayLine[] }
  | { type: "ServiceAttested"; byId: string | null; at: Date; note: string | null }
  | { type: "PaymentOrdered"; byId: string | null; at: Date; reference: string }
  | { type: "PaymentRejected"; byId: string | null; at: Date; reason: string }
  | { type: "PaymentMade"; on: Day };

/** Two for each school year of the project, neither more nor fewer (R90). */
export function instalmentsOf(
  { id: projectId, campaignId, themeId, academyCode, startsOn, endsOn }: Project,
  idOf: (schoolYear: string, number: InstalmentNumber) => string,
  windows: readonly PayWindow[] = PAY_WINDOWS,
): NewInstalment[] {
  const first = Number(startsOn.slice(0, 4));
  const last = Number(endsOn.slice(0, 4));
  const years = Array.from({ length: Math.max(1, last - first) }, (_, index) => first + index);
  return years.flatMap((year) =>
    windows.map(({ number, from, to }) => {
      const schoolYear = `${year}-${year + 1}`;
      return {
        id: idOf(schoolYear, number),
        ...{ projectId, campaignId, themeId, academyCode, schoolYear, number },
        opensOn: dayOf(year, from),
        closesOn: dayOf(year, to),
      };
    }),
  );
}

/** The office set other windows: whatever is not attested yet follows them (R90). */
export const dateInstalment = (
  { state, opensOn, closesOn }: Instalment,
  dates: Pick<Instalment, "opensOn" | "closesOn">,
): InstalmentFact[] =>
  (state !== "PLANNED" && state !== "REJECTED") || (dates.opensOn === opensOn && dates.closesOn === closesOn)
    ? []
    : [{ type: "InstalmentDated", opensOn: dates.opensOn, closesOn: dates.closesOn }];

const MOST = 1_000_000;

/** A quantity as hundredths; what is finer or out of measure is refused where it stands. */
export function hundredthsOf(quantity: number, field: string): number {
  const hundredths = Math.round(quantity * 100);
  if (Math.abs(quantity * 100 - hundredths) > 1e-6 || Math.abs(quantity) > MOST)
    refuseAll([refusals.badQuantity(field)]);
  return hundredths;
}

/** Anything but the first and the second is refused (R90). */
export function demandNumber(number: number): asserts number is InstalmentNumber {
  if (number !== 1 && number !== 2) refuseAll([refusals.thirdInstalment()]);
}

/** The lines may change until payment is ordered; what was attested is then to be attested again. */
export function setPayLines(
  instalment: Instalment,
  lines: readonly PayLine[],
  team: ReadonlySet<string>,
): InstalmentFact[] {
  if (instalment.state === "ORDERED" || instalment.state === "PAID") refuseAll([refusals.alreadyOrdered()]);
  if (lines.length > MAX_LINES) refuseAll([refusals.tooManyPayLines(MAX_LINES)]);
  refuseAll(lines.flatMap((line, index) => faultsOf(line, index, lines, team)));
  return [{ type: "PayLinesSet", lines: lines.map((line) => ({ ...line })) }];
}

function faultsOf(line: PayLine, index: number, lines: readonly PayLine[], team: ReadonlySet<string>): Refusal[] {
  const at = (field: string) => `lines.${index}.${field}`;
  const same = lines.findIndex((other) => keyOf(other) === keyOf(line));
  return [
    ...(team.has(line.personId) ? [] : [refusals.notOfTheTeam(at("personId"))]),
    ...(line.nature === "OTHER" && !line.otherNature ? [refusals.natureToName(at("otherNature"))] : []),
    ...(line.hundredths > 0 ? [] : [refusals.nothingToPay(at("quantity"))]),
    ...(same < index ? [refusals.payLineTwice(at("personId"))] : []),
  ];
}

const keyOf = ({ personId, nature, otherNature, measure }: PayLine) =>
  [personId, nature, otherNature, measure].join("/");

/** What still stands between the instalment and its order, as a list that a person can work off. */
export function payGaps(instalment: Instalment, project: Pick<Project, "engagedAt">, today: Day): Refusal[] {
  return [
    ...(project.engagedAt ? [] : [refusals.notEngaged()]),
    ...(instalment.lines.length > 0 ? [] : [refusals.noPayLine()]),
    ...windowFaults(instalment, today),
    ...(instalment.attested ? [] : [refusals.serviceNotAttested()]),
  ];
}

/** Service done is attested for an engaged team, inside the instalment's window (R89, R90). */
export function attestService(
  instalment: Instalment,
  project: Pick<Project, "engagedAt">,
  note: string | null,
  { byId, at }: Signed,
  today: Day,
): InstalmentFact[] {
  if (instalment.state === "ATTESTED") return [];
  if (instalment.state === "ORDERED" || instalment.state === "PAID") refuseAll([refusals.alreadyOrdered()]);
  refuseAll(payGaps({ ...instalment, attested: { byId, at, note } }, project, today));
  return [{ type: "ServiceAttested", byId, at, note }];
}

/** No order before the team is engaged and its service attested (R89). */
export function orderPayment(
  instalment: Instalment,
  project: Pick<Project, "engagedAt">,
  reference: string,
  { byId, at }: Signed,
  today: Day,
): InstalmentFact[] {
  if (instalment.state === "ORDERED" || instalment.state === "PAID") refuseAll([refusals.alreadyOrdered()]);
  refuseAll(payGaps(instalment, project, today));
  if (!reference.trim()) refuseAll([refusals.orderWithoutReference()]);
  return [{ type: "PaymentOrdered", byId, at, reference: reference.trim() }];
}

/** By the office, or on the payroll office's word: back to whoever attested, with the reason. */
export function rejectPayment(instalment: Instalment, reason: string, { byId, at }: Signed): InstalmentFact[] {
  if (instalment.state !== "ATTESTED" && instalment.state !== "ORDERED") refuseAll([refusals.nothingToReject()]);
  if (!reason.trim()) refuseAll([refusals.rejectionWithoutReason()]);
  return [{ type: "PaymentRejected", byId, at, reason: reason.trim() }];
}

export function recordPayment(instalment: Instalment, on: Day, today: Day): InstalmentFact[] {
  if (instalment.state === "PAID") return [];
  if (instalment.state !== "ORDERED") refuseAll([refusals.notOrdered()]);
  if (on > today) refuseAll([refusals.paidInTheFuture()]);
  return [{ type: "PaymentMade", on }];
}

/** Who corrects what was rejected is not held to the window: the first attestation was in it. */
function windowFaults({ opensOn, closesOn, rejected }: Instalment, today: Day): Refusal[] {
  if (today < opensOn) return [refusals.instalmentTooEarly(opensOn)];
  return today > closesOn && !rejected ? [refusals.instalmentTooLate(closesOn)] : [];
}

export function evolveInstalment(instalment: Instalment | null, fact: InstalmentFact): Instalment {
  if (fact.type === "InstalmentPlanned") {
    const nothing = { attested: null, ordered: null, paidOn: null, rejected: null };
    return { ...fact.instalment, version: 0, state: "PLANNED", lines: [], ...nothing };
  }
  if (!instalment) throw new Error(`${fact.type} without an instalment`);
  switch (fact.type) {
    case "InstalmentDated":
      return { ...instalment, opensOn: fact.opensOn, closesOn: fact.closesOn };
    case "PayLinesSet": {
      const state = instalment.rejected ? "REJECTED" : "PLANNED";
      return { ...instalment, state, lines: fact.lines, attested: null, ordered: null };
    }
    case "ServiceAttested": {
      const { byId, at, note } = fact;
      return { ...instalment, state: "ATTESTED", attested: { byId, at, note } };
    }
    case "PaymentOrdered": {
      const { byId, at, reference } = fact;
      return { ...instalment, state: "ORDERED", ordered: { byId, at, reference } };
    }
    case "PaymentRejected": {
      const { byId, at, reason } = fact;
      return { ...instalment, state: "REJECTED", attested: null, ordered: null, rejected: { byId, at, reason } };
    }
    case "PaymentMade":
      return { ...instalment, state: "PAID", paidOn: fact.on };
  }
}
