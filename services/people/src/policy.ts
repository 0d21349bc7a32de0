import type { Actor } from "@trame/kit/actor";
import { type Grant, grant, nameRoles, rights, type Scope } from "@trame/kit/rights";
import type { Role } from "./domain/role.ts";

nameRoles({
  ADMIN: "l'administration de la plateforme",
  PROGRAMME: "le département DNE A2",
  EXPERT: "l'expert·e du thème",
  INSPECTOR_GENERAL: "l'inspection générale du thème",
  PILOT: "l'inspection pilote du groupe",
  REFERENT: "le ou la référent·e de l'académie pour ce thème",
  DAN: "le ou la délégué·e académique au numérique",
  CARDIE: "la CARDIE de l'académie",
  DASEN: "le ou la DASEN du département",
  ANALYST: "l'analyste",
});

/** What a mandate is given for: that decides who gives it. */
export type Appointment = Exclude<Role, "CARDIE"> | "CARDIE_OF_ACADEMY" | "CARDIE_OF_GROUP";

const byAdmin = [grant("ADMIN")];
const byProgramme = [grant("PROGRAMME")];
/** Delegated: the academy looks after its own. */
const byAcademy = [grant("ADMIN"), grant("DAN", "academy")];

/** Who gives which mandate (docs/decisions/0005). */
const appointments: Record<Appointment, Grant[]> = {
  ADMIN: byAdmin,
  PROGRAMME: byAdmin,
  EDITOR: byAdmin,
  ANALYST: byAdmin,
  DAN: byAdmin,
  DASEN: byAdmin,
  IAN: byAcademy,
  CARDIE_OF_ACADEMY: byAcademy,
  INSPECTOR_GENERAL: byProgramme,
  EXPERT: byProgramme,
  PILOT: [grant("PROGRAMME"), grant("DAN", "academy")],
  REFERENT: [grant("PILOT", "academy", "theme"), grant("DAN", "academy")],
  TEACHER: [grant("REFERENT", "academy", "theme"), grant("PILOT", "academy", "theme"), grant("DAN", "academy")],
  CARDIE_OF_GROUP: [grant("CARDIE", "academy")],
  IEN: [grant("DAN", "academy")],
};

/** Who may do what (domain.md §12). What a row does not name is refused. */
export const policy = rights({
  ...appointments,
  recordPerson: byAcademy,
  giveClaimLink: byAcademy,
  importPersons: byAcademy,
  answerCorrection: byAcademy,
  /** My data: each person for himself or herself, and who looks after the data for those who asked in writing. */
  eraseAnother: [grant("ADMIN")],
  readErasures: [grant("ADMIN")],
  setTerms: [grant("ADMIN")],
  /** R63: possible, never asked for. */
  namePartner: [grant("REFERENT", "academy", "theme"), grant("PILOT", "academy", "theme"), grant("DAN", "academy")],
  /** Their addresses are read by whoever signed in; a message through the portal is for those who lead the group. */
  writeToAcademicGroup: [
    grant("PROGRAMME"),
    grant("EXPERT", "theme"),
    grant("REFERENT", "academy", "theme"),
    grant("PILOT", "academy", "theme"),
    grant("DAN", "academy"),
  ],
  writeToNationalGroup: [grant("PROGRAMME"), grant("EXPERT", "theme"), grant("INSPECTOR_GENERAL", "theme")],
  giveDasenAgreement: [grant("DASEN", "departement")],
  readSmallFigures: [
    grant("ANALYST"),
    grant("PROGRAMME"),
    grant("EXPERT", "theme"),
    grant("DAN", "academy"),
    grant("PILOT", "academy"),
  ],
});

export const appointmentOf = (role: Role, themeId: string | null): Appointment =>
  role === "CARDIE" ? (themeId === null ? "CARDIE_OF_ACADEMY" : "CARDIE_OF_GROUP") : role;

/** The directory, and what it says of a person, are for those who signed in. */
export const isSignedIn = (actor: Actor): boolean => actor.kind === "person" || actor.kind === "system";

/** Looks after persons: all, or those of the academy. */
export const administers = (actor: Actor, academyCodes: readonly string[]): boolean =>
  policy.may(actor, "recordPerson", { academyCodes });

/** Only the gateway asks who somebody is. */
export const mayIdentify = (actor: Actor): boolean =>
  actor.kind === "program" && actor.scopes.includes("identity:read");

/** Only the gateway says who signed in. */
export const mayClaim = (actor: Actor): boolean => actor.kind === "program" && actor.scopes.includes("identity:claim");

/** Figures of groups under five persons. */
export const maySeeSmallFigures = (actor: Actor, scope: Scope): boolean =>
  (actor.kind === "program" && actor.scopes.includes("participation:read")) ||
  policy.may(actor, "readSmallFigures", scope);
