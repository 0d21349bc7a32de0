/** What routes a publication to the letter's series. */
export interface Routed {
  disciplineCodes: readonly string[];
  /** Kind of its theme; null when the theme is not known, or there is none. */
  themeKind: string | null;
}

/** The series that must carry a publication: one disciplinary series per code, and the thematic one or not. */
export interface Series {
  disciplineCodes: string[];
  thematic: boolean;
}

const TRANSVERSAL_THEMES = ["INTERDISCIPLINARY", "TRANSDISCIPLINARY"];

/**
 * The letter exists in two kinds of series (R72): a disciplinary one for each discipline of the publication, and the
 * national thematic one for transversal disciplines and for inter- and transdisciplinary themes. Relaying is systematic
 * (R71): what has no discipline goes to the thematic series, so that every publication is in at least one.
 */
export function matchingSeries(
  { disciplineCodes, themeKind }: Routed,
  isTransversal: (disciplineCode: string) => boolean,
): Series {
  const codes = [...new Set(disciplineCodes)];
  return {
    disciplineCodes: codes,
    thematic: codes.length === 0 || codes.some(isTransversal) || TRANSVERSAL_THEMES.includes(themeKind ?? ""),
  };
}
