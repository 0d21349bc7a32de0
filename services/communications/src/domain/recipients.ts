/** To whom a synthesis goes, always (R93 to R98). The text's names, and what they have become since. */
export const INSTITUTIONS = [
  { code: "IGEN", name: "Inspection générale de l'éducation nationale (IGEN)", later: "IGÉSR", requirement: "R94" },
  { code: "DGESCO", name: "Direction générale de l'enseignement scolaire (DGESCO)", later: null, requirement: "R95" },
  {
    code: "DRDIE",
    name: "Département recherche-développement, innovation et expérimentation (DRDIE)",
    later: null,
    requirement: "R96",
  },
  {
    code: "IHEEF",
    name: "Institut des hautes études de l'éducation et de la formation (IHEEF)",
    later: "IH2EF",
    requirement: "R98",
  },
] as const;

export const ESPE = "ESPE";
export const WORKING_GROUPS = "WORKING_GROUPS";

/** One ESPE for each academy (R97). */
export const espeOf = (academyCode: string): string => `${ESPE}-${academyCode}`;
export const espeName = (academyLabel: string): string => `Direction de l'ESPé (INSPÉ), ${academyLabel}`;
