import { type Grant, grant, nameRoles, rights } from "@trame/kit/rights";

nameRoles({
  PROGRAMME: "le département DNE A2",
  EXPERT: "l'expert·e du thème",
  INSPECTOR_GENERAL: "l'inspection générale du thème",
  PILOT: "l'inspection pilote du groupe",
  REFERENT: "le ou la référent·e de l'académie pour ce thème",
  TEACHER: "les membres du groupe",
  CARDIE: "la CARDIE",
  IEN: "l'IEN du groupe",
  DAN: "le ou la délégué·e académique au numérique",
});

/** The whole national group of a theme, the teams included (R27, R36). */
const nationalGroup: readonly Grant[] = [
  grant("PROGRAMME"),
  ...["EXPERT", "INSPECTOR_GENERAL", "REFERENT", "TEACHER", "PILOT", "CARDIE", "IEN"].map((role) =>
    grant(role, "theme"),
  ),
];

/** One team with those who steer it; the inspection générale reads everything of the theme, the experts lead it (R26). */
const academicGroup: readonly Grant[] = [
  grant("PROGRAMME"),
  grant("EXPERT", "theme"),
  grant("INSPECTOR_GENERAL", "theme"),
  ...["REFERENT", "TEACHER", "PILOT", "CARDIE", "IEN"].map((role) => grant(role, "academy", "theme")),
  grant("DAN", "academy"),
];

/**
 * Who may do what (domain.md §12). What a row does not name is refused. To lead is to convene, to hold and to write
 * the minutes; answering and amending belong to the persons convened and present, not to a role.
 */
export const policy = rights({
  planNational: [grant("PROGRAMME")],
  leadNational: [grant("EXPERT", "theme")],
  approveNational: [grant("EXPERT", "theme")],
  publishSynthesis: [grant("EXPERT", "theme")],
  readNational: nationalGroup,

  planAcademic: [grant("REFERENT", "academy", "theme")],
  leadAcademic: [grant("REFERENT", "academy", "theme")],
  approveAcademic: [grant("PILOT", "academy", "theme")],
  /** In a group without a pilot (R31). */
  approveUnpiloted: [grant("DAN", "academy")],
  readAcademic: academicGroup,

  reportProgress: [grant("REFERENT", "academy", "theme")],
  readProgress: nationalGroup,
});
