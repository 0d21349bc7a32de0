import { type Day, dayIn, earlier } from "@trame/kit/day";
import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { type Academy, existsDuring } from "./academy.ts";
import { type Corps, type Degree, invited, type Role, scopeOf, type Track } from "./role.ts";

/** INVITED waits for the person's answer; of it, and of a DECLINED one, nobody else is told. */
export type MandateState = "INVITED" | "DECLINED" | "PLANNED" | "STARTED" | "ENDED";

/** A person holds a role in a scope between two days, the last included. */
export interface Mandate {
  id: string;
  version: number;
  personId: string;
  role: Role;
  academyCode: string | null;
  themeId: string | null;
  disciplineCode: string | null;
  departement: string | null;
  corps: Corps | null;
  degree: Degree | null;
  track: Track | null;
  implementsInClass: boolean;
  startsOn: Day;
  endsOn: Day | null;
  state: MandateState;
  endReason: string | null;
  designation: string | null;
  givenById: string | null;
  givenAt: Date | null;
  /** Last day to answer an invitation. */
  answerBy: Day | null;
  answeredAt: Date | null;
  /** The mandate that took its place. */
  successorId: string | null;
}

/** What is decided when a mandate is given; the rest is what became of it. */
export type NewMandate = Omit<
  Mandate,
  "version" | "state" | "endReason" | "givenById" | "givenAt" | "answerBy" | "answeredAt" | "successorId"
>;

/** Who gave it, when, and until when the person may answer, if that is asked. */
export interface Giving {
  by: string | null;
  answerBy?: Day | null;
}

/** What a team's application says of one of its teachers (R28, R32). */
export type Teaching = Pick<Mandate, "degree" | "track" | "disciplineCode" | "departement" | "implementsInClass">;

export type MandateFact =
  | ({ type: "MandateGiven"; mandate: NewMandate; at: Date } & Giving)
  | { type: "MandateAccepted"; at: Date }
  | { type: "MandateDeclined"; at: Date; reason: string }
  | { type: "MandateStarted" }
  | { type: "MandateChanged"; change: Partial<Teaching> & { endsOn?: Day | null; endReason?: string } }
  | { type: "MandateReplaced"; successorId: string }
  | { type: "MandateEnded"; reason: string | null };

/** What the rules know besides the mandate itself. */
export interface Surroundings {
  academy: Academy | null;
  themeKnown: boolean;
  /** Mandates that overlap in time with the new one, for the same role and place. */
  rivals: readonly Pick<Mandate, "personId" | "role">[];
}

/** Gives a mandate: its role decides what it must and may say, and how many may hold it at once. */
export function appoint(
  mandate: NewMandate,
  around: Surroundings,
  at: Date,
  giving: Giving = { by: null },
): MandateFact[] {
  refuseAll([...scopeFits(mandate), ...placeExists(mandate, around), ...datesFit(mandate, around.academy)]);
  refuseAll([...roomFor(mandate, around.rivals), ...(giving.answerBy ? invitationFits(mandate) : [])]);
  return give(mandate, at, around.academy?.timeZone, giving);
}

/** The facts of a mandate that nobody has to examine any more: it begins, or is over, by its dates. */
export function give(mandate: NewMandate, at: Date, timeZone?: string, giving: Giving = { by: null }): MandateFact[] {
  const given: MandateFact = { type: "MandateGiven", mandate, at, ...giving };
  return giving.answerBy ? [given] : [given, ...timely(mandate, dayIn(at, timeZone))];
}

/** It begins at once when its first day has come, and is over when its last has gone. */
export const timely = ({ startsOn, endsOn }: Pick<Mandate, "startsOn" | "endsOn">, today: Day): MandateFact[] => [
  ...(startsOn <= today ? [{ type: "MandateStarted" } as const] : []),
  ...(endsOn !== null && endsOn < today ? [{ type: "MandateEnded", reason: null } as const] : []),
];

/** Its first day has come. */
export const begin = (mandate: Mandate, on: Day): MandateFact[] =>
  mandate.state === "PLANNED" && mandate.startsOn <= on ? [{ type: "MandateStarted" }] : [];

/** Its last day is over. */
export const expire = (mandate: Mandate, on: Day): MandateFact[] =>
  mandate.state === "STARTED" && mandate.endsOn !== null && mandate.endsOn < on
    ? [{ type: "MandateEnded", reason: mandate.endReason }]
    : [];

/** Ends a mandate before its time, with the reason; it lasts until its new last day. */
export function endMandate(mandate: Mandate, endsOn: Day, reason: string, today: Day): MandateFact[] {
  refuseAll([
    ...(reason.trim() === "" ? [required("reason", "La raison de la fin du mandat")] : []),
    ...(mandate.state === "ENDED" || mandate.state === "DECLINED" ? [refusals.alreadyEnded()] : []),
    ...(endsOn < mandate.startsOn ? [refusals.endsBeforeStart()] : []),
    ...(mandate.endsOn !== null && endsOn > mandate.endsOn ? [refusals.endsLater(mandate.endsOn)] : []),
  ]);
  const change: MandateFact = { type: "MandateChanged", change: { endsOn, endReason: reason.trim() } };
  return endsOn < today ? [change, { type: "MandateEnded", reason: reason.trim() }] : [change];
}

/** A mandate found again when its group opens says what the application says, and lasts as long as the project. */
export function confirm(mandate: Mandate, teaching: Partial<Teaching>, until: Day): MandateFact[] {
  const change: Partial<Teaching> & { endsOn?: Day } = {};
  const differs = (key: keyof Teaching) => teaching[key] !== undefined && teaching[key] !== mandate[key];
  if ((Object.keys(teaching) as (keyof Teaching)[]).some(differs)) Object.assign(change, teaching);
  if (mandate.endsOn !== null && mandate.endsOn < until) change.endsOn = until;
  return Object.keys(change).length === 0 ? [] : [{ type: "MandateChanged", change }];
}

/** Rights follow the dates, also when the scheduler is late; an invitation gives none. */
export const inForce = (
  { startsOn, endsOn, state }: Pick<Mandate, "startsOn" | "endsOn" | "state">,
  on: Day,
): boolean => isHeld(state) && startsOn <= on && (endsOn === null || on <= endsOn);

/** Whether it is, was or will be held: neither waiting for an answer nor declined. */
export const isHeld = (state: MandateState): boolean => state !== "INVITED" && state !== "DECLINED";

export function evolveMandate(mandate: Mandate | null, fact: MandateFact): Mandate {
  if (fact.type === "MandateGiven") return given(fact);
  if (!mandate) throw new Error(`${fact.type} without a mandate`);
  switch (fact.type) {
    case "MandateAccepted":
      return { ...mandate, state: "PLANNED", answeredAt: fact.at };
    case "MandateDeclined":
      return { ...mandate, state: "DECLINED", answeredAt: fact.at, endReason: fact.reason };
    case "MandateStarted":
      return { ...mandate, state: "STARTED" };
    case "MandateReplaced":
      return { ...mandate, successorId: fact.successorId };
    case "MandateChanged":
      return { ...mandate, ...fact.change };
    case "MandateEnded":
      return { ...mandate, state: "ENDED", endReason: fact.reason ?? mandate.endReason };
  }
}

const given = ({ mandate, by, at, answerBy = null }: Extract<MandateFact, { type: "MandateGiven" }>): Mandate => ({
  ...mandate,
  version: 0,
  state: answerBy ? "INVITED" : "PLANNED",
  endReason: null,
  givenById: by,
  givenAt: at,
  answerBy,
  answeredAt: null,
  successorId: null,
});

function scopeFits(mandate: NewMandate): Refusal[] {
  const { must, may } = scopeOf[mandate.role];
  const missing = must.filter((field) => mandate[field] === null).map((field) => refusals.scopeMissing(field));
  const allowed: readonly string[] = [...must, ...may];
  const fields = ["academyCode", "themeId", "disciplineCode", "departement", "corps", "degree", "track"] as const;
  const extra = fields.filter((field) => mandate[field] !== null && !allowed.includes(field));
  return [...missing, ...extra.map((field) => refusals.scopeForeign(field))];
}

function placeExists({ academyCode, themeId, departement }: NewMandate, { academy, themeKnown }: Surroundings) {
  const found: Refusal[] = [];
  if (academyCode !== null && academy === null) found.push(refusals.unknownAcademy(academyCode));
  if (themeId !== null && !themeKnown) found.push(refusals.unknownTheme());
  if (academy && departement !== null && !academy.departements.includes(departement)) {
    found.push(refusals.departementElsewhere(departement));
  }
  return found;
}

function datesFit({ startsOn, endsOn }: NewMandate, academy: Academy | null): Refusal[] {
  if (endsOn !== null && endsOn < startsOn) return [refusals.endsBeforeStart()];
  const until = endsOn === null ? "9999-12-31" : earlier(endsOn, "9999-12-31");
  return academy && !existsDuring(academy, startsOn, until) ? [refusals.academyNotInForce(academy.name)] : [];
}

/** One inspecteur général (R22), one or two experts (R25), one référent (R23), one CARDIE (R40), one DAN (R39). */
function roomFor(mandate: NewMandate, rivals: Surroundings["rivals"]): Refusal[] {
  if (rivals.some(({ personId }) => personId === mandate.personId)) return [refusals.alreadyHeld()];
  switch (mandate.role) {
    case "INSPECTOR_GENERAL":
      return mandate.themeId !== null && rivals.length >= 1 ? [refusals.secondInspectorGeneral()] : [];
    case "EXPERT":
      return mandate.themeId !== null && rivals.length >= 2 ? [refusals.thirdExpert()] : [];
    case "REFERENT":
      return rivals.length >= 1 ? [refusals.secondReferent()] : [];
    case "CARDIE":
      return mandate.themeId !== null && rivals.length >= 1 ? [refusals.secondCardie()] : [];
    case "DAN":
      return rivals.length >= 1 ? [refusals.secondDan()] : [];
    default:
      return [];
  }
}

/** One is invited to sit in a group; an office is held by whoever is named to it. */
const invitationFits = ({ role, themeId }: NewMandate): Refusal[] =>
  themeId !== null && invited.includes(role) ? [] : [refusals.noInvitation()];
