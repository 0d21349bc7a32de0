import type { Day } from "@trame/kit/day";
import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { type Gap, isComplete } from "./composition.ts";
import type { Role } from "./role.ts";

/** A person in a group by virtue of a mandate. */
export interface Seat {
  personId: string;
  role: Role;
  mandateId: string;
  academyCode: string | null;
}

/** What the DASEN of a département said (R42). */
export interface Agreement {
  departement: string;
  granted: boolean;
  byId: string | null;
  at: Date;
  note: string | null;
}

/** Who sits in a group, and what it lacks. */
export interface Composition {
  seats: Seat[];
  gaps: Gap[];
}

export interface AcademicGroup extends Composition {
  id: string;
  version: number;
  projectId: string;
  themeId: string;
  academyCode: string;
  openedOn: Day;
  complete: boolean;
  agreements: Agreement[];
}

export interface NationalGroup extends Composition {
  id: string;
  version: number;
  themeId: string;
  openedOn: Day;
  complete: boolean;
}

type Recomposed =
  | ({ type: "GroupChanged" } & Composition)
  | ({ type: "GroupCompleted" } & Composition)
  | ({ type: "GroupIncomplete" } & Composition);

export type AcademicGroupFact =
  | {
      type: "GroupOpened";
      group: Omit<AcademicGroup, "version" | "complete" | "agreements" | "seats" | "gaps"> & Composition;
    }
  | { type: "AgreementGiven"; agreement: Agreement }
  | Recomposed;

export type NationalGroupFact =
  | { type: "GroupOpened"; group: Omit<NationalGroup, "version" | "complete" | "seats" | "gaps"> & Composition }
  | Recomposed;

/** Opens a group; one that lacks nothing is complete at once. */
export function openAcademicGroup(
  group: Extract<AcademicGroupFact, { type: "GroupOpened" }>["group"],
): AcademicGroupFact[] {
  const { seats, gaps } = group;
  const opened: AcademicGroupFact = { type: "GroupOpened", group };
  return isComplete(gaps) ? [opened, { type: "GroupCompleted", seats, gaps }] : [opened];
}

export function openNationalGroup(
  group: Extract<NationalGroupFact, { type: "GroupOpened" }>["group"],
): NationalGroupFact[] {
  const { seats, gaps } = group;
  const opened: NationalGroupFact = { type: "GroupOpened", group };
  return isComplete(gaps) ? [opened, { type: "GroupCompleted", seats, gaps }] : [opened];
}

/** What a new composition says: completed, incomplete again, changed, or nothing. */
export function recompose(group: Composition & { complete: boolean }, next: Composition): Recomposed[] {
  const complete = isComplete(next.gaps);
  if (complete !== group.complete) return [{ type: complete ? "GroupCompleted" : "GroupIncomplete", ...next }];
  return same(group, next) ? [] : [{ type: "GroupChanged", ...next }];
}

/** The order of the parts says nothing: the store sorts them. */
const same = (a: Composition, b: Composition) =>
  a.seats.length === b.seats.length &&
  a.gaps.length === b.gaps.length &&
  a.seats.every((seat, i) => seat.mandateId === b.seats[i]?.mandateId && seat.role === b.seats[i]?.role) &&
  a.gaps.every((gap, i) => gap.code === b.gaps[i]?.code && gap.message === b.gaps[i]?.message);

/** The agreement is asked for the départements of the first-degree teachers only; it may be revised (R42). */
export function giveAgreement(
  group: AcademicGroup,
  agreement: Agreement,
  concerned: readonly string[],
): AcademicGroupFact[] {
  const found: Refusal[] = [];
  if (!concerned.includes(agreement.departement)) found.push(refusals.noAgreementNeeded(agreement.departement));
  refuseAll(found);
  const known = group.agreements.find(({ departement }) => departement === agreement.departement);
  if (known && known.granted === agreement.granted && known.note === agreement.note) return [];
  return [{ type: "AgreementGiven", agreement }];
}

export function withAgreement(agreements: readonly Agreement[], agreement: Agreement): Agreement[] {
  const others = agreements.filter(({ departement }) => departement !== agreement.departement);
  return [...others, agreement].sort((a, b) => (a.departement < b.departement ? -1 : 1));
}

export function evolveAcademicGroup(group: AcademicGroup | null, fact: AcademicGroupFact): AcademicGroup {
  if (fact.type === "GroupOpened") return { ...fact.group, version: 0, complete: false, agreements: [] };
  if (!group) throw new Error(`${fact.type} without a group`);
  if (fact.type === "AgreementGiven") {
    return { ...group, agreements: withAgreement(group.agreements, fact.agreement) };
  }
  return { ...group, ...compositionOf(fact) };
}

export function evolveNationalGroup(group: NationalGroup | null, fact: NationalGroupFact): NationalGroup {
  if (fact.type === "GroupOpened") return { ...fact.group, version: 0, complete: false };
  if (!group) throw new Error(`${fact.type} without a group`);
  return { ...group, ...compositionOf(fact) };
}

const compositionOf = ({ seats, gaps }: Recomposed) => ({ seats, gaps, complete: isComplete(gaps) });
