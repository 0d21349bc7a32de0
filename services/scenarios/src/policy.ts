import { type Grant, grant, nameRoles, rights } from "@trame/kit/rights";

nameRoles({
  TEACHER: "les enseignant·es du groupe",
  REFERENT: "le ou la référent·e de l'académie pour ce thème",
  PILOT: "l'inspection pilote du groupe",
  CARDIE: "la CARDIE du groupe",
  EXPERT: "l'expert·e du thème",
  INSPECTOR_GENERAL: "l'inspection générale du thème",
  IAN: "l'IAN de la discipline dans l'académie",
});

const academicGroup: Grant[] = [
  grant("TEACHER", "academy", "theme"),
  grant("REFERENT", "academy", "theme"),
  grant("PILOT", "academy", "theme"),
  grant("CARDIE", "academy", "theme"),
  grant("IEN", "academy", "theme"),
];

/** The teams of all its academies belong to a theme's national group (R27). */
const nationalGroup: Grant[] = [
  grant("EXPERT", "theme"),
  grant("INSPECTOR_GENERAL", "theme"),
  grant("TEACHER", "theme"),
  grant("REFERENT", "theme"),
  grant("PILOT", "theme"),
  grant("CARDIE", "theme"),
  grant("IEN", "theme"),
];

const academyPublishes: Grant[] = [grant("IAN", "academy", "discipline"), grant("REFERENT", "academy", "theme")];

/**
 * Who may do what (domain.md §12). What a row does not name is refused; what an author may is in domain/. Searches are
 * saved by whoever is signed in, and are nobody else's to read or to change (store/saved-searches.ts).
 */
export const policy = rights({
  /** Before publication; authors besides. */
  readScenario: [
    ...academicGroup,
    grant("EXPERT", "theme"),
    grant("INSPECTOR_GENERAL", "theme"),
    grant("IAN", "academy", "discipline"),
  ],
  writeScenario: academicGroup,
  /** Of a published scenario: the other academies of the theme try it too (R06). */
  reuseScenario: nationalGroup,
  proposeScenario: [grant("REFERENT", "academy", "theme")],
  reviewScenario: [grant("PILOT", "academy", "theme"), grant("IAN", "academy", "discipline")],
  setOpenAddress: academyPublishes,
  publishScenario: academyPublishes,
  withdrawScenario: academyPublishes,
  /** In any of the participating academies (R11). */
  indexScenario: academyPublishes,
  giveFeedback: nationalGroup,
  shareSequence: [...academicGroup, grant("EXPERT", "theme")],
});
