export type Role =
  | "ADMIN"
  | "PROGRAMME"
  | "INSPECTOR_GENERAL"
  | "EXPERT"
  | "PILOT"
  | "REFERENT"
  | "TEACHER"
  | "DAN"
  | "CARDIE"
  | "IEN"
  | "DASEN"
  | "IAN"
  | "EDITOR"
  | "ANALYST";

export type Corps = "IA_IPR" | "IEN_ET" | "IEN_EG";
export type Degree = "FIRST" | "SECOND";
export type Track = "GENERAL" | "TECHNOLOGICAL" | "VOCATIONAL";

/** A part of what a mandate says about where and as what it is held. */
export type ScopeField = "academyCode" | "themeId" | "disciplineCode" | "departement" | "corps" | "degree" | "track";

interface Fields {
  must: readonly ScopeField[];
  may: readonly ScopeField[];
}

const nowhere: Fields = { must: [], may: [] };

/** Where each role is held. Without a theme, a CARDIE is the head of the academy's cell and an IEN is no group's. */
export const scopeOf: Record<Role, Fields> = {
  ADMIN: nowhere,
  PROGRAMME: nowhere,
  INSPECTOR_GENERAL: { must: [], may: ["themeId", "disciplineCode"] },
  EXPERT: { must: [], may: ["themeId", "disciplineCode"] },
  PILOT: { must: ["academyCode", "themeId", "corps"], may: ["disciplineCode"] },
  REFERENT: { must: ["academyCode", "themeId"], may: ["disciplineCode", "departement", "degree", "track"] },
  TEACHER: { must: ["academyCode", "themeId", "degree", "track"], may: ["disciplineCode", "departement"] },
  DAN: { must: ["academyCode"], may: [] },
  CARDIE: { must: ["academyCode"], may: ["themeId"] },
  IEN: { must: ["academyCode"], may: ["themeId", "departement"] },
  DASEN: { must: ["academyCode", "departement"], may: [] },
  IAN: { must: ["academyCode", "disciplineCode"], may: [] },
  EDITOR: nowhere,
  ANALYST: nowhere,
};

/** Those who sit in an academic group. */
export const academicRoles = ["REFERENT", "PILOT", "TEACHER", "CARDIE", "IEN"] as const satisfies readonly Role[];

/** Those who sit in a national group; the référents of the retained academies among them (R24). */
export const nationalRoles = ["INSPECTOR_GENERAL", "EXPERT", "REFERENT"] as const satisfies readonly Role[];

export const isAcademicRole = (role: Role): boolean => (academicRoles as readonly Role[]).includes(role);
export const isNationalRole = (role: Role): boolean => (nationalRoles as readonly Role[]).includes(role);

/** Roles that a person may be asked to take on, and may decline: the seats of a group (docs/decisions/0005). */
export const invited: readonly Role[] = ["EXPERT", ...academicRoles];

/** What each role is called. */
export const nameOf: Record<Role, string> = {
  ADMIN: "administration de la plateforme",
  PROGRAMME: "département DNE A2",
  INSPECTOR_GENERAL: "inspection générale du thème",
  EXPERT: "expertise DNE du thème",
  PILOT: "inspection pilote du groupe",
  REFERENT: "professeur·e référent·e",
  TEACHER: "enseignant·e du groupe",
  DAN: "délégation académique au numérique",
  CARDIE: "CARDIE",
  IEN: "IEN du premier degré",
  DASEN: "DASEN",
  IAN: "interlocution académique pour le numérique",
  EDITOR: "rédaction de la lettre Édu_Num",
  ANALYST: "analyse",
};
