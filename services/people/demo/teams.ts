import { roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Academy } from "../src/domain/academy.ts";
import { themes2019, themes2020 } from "./themes.ts";

/** What a planned team lacks, so that gaps show. */
export type Flaw = "TWO_TEACHERS" | "NO_CARDIE" | "NO_AGREEMENT" | "NO_PILOT";

/** An academy's application on a theme, as it will be. */
export interface PlannedTeam {
  label: "2019-2020" | "2020-2021";
  n: number;
  themeId: string;
  academyCode: string;
  disciplines: readonly string[];
  /** Place in the order in which the demonstration of projects retains them. */
  rank: number;
  retained: boolean;
  flaw: Flaw | null;
  /** A member teaches in the first degree. */
  firstDegree: boolean;
}

export const RENNES = "14";
/** Academies of those who can be signed in as: all on the first theme. */
const PERSONAS = [RENNES, "25", "28"];
export const themeIdOf = (label: string, n: number): string => stableId("demo-theme", label, String(n));

/** Eight retained teams stay incomplete, six go without the inspector's steering; «theme/rank». */
const flaws: Record<string, Flaw> = {
  "3/2": "TWO_TEACHERS",
  "8/4": "TWO_TEACHERS",
  "14/1": "TWO_TEACHERS",
  "5/1": "NO_CARDIE",
  "10/2": "NO_CARDIE",
  "12/5": "NO_CARDIE",
  "6/3": "NO_AGREEMENT",
  "7/4": "NO_AGREEMENT",
  "2/5": "NO_PILOT",
  "4/6": "NO_PILOT",
  "9/3": "NO_PILOT",
  "11/2": "NO_PILOT",
  "13/4": "NO_PILOT",
  "16/3": "NO_PILOT",
};

/** 160 applications on 16 themes, ten academies each, about five themes for an academy. */
export function teams2019(academies: readonly Omit<Academy, "version">[], size: "full" | "small"): PlannedTeam[] {
  const able = academies.filter(({ id, validFrom }) => validFrom === null && !["42", "44"].includes(id));
  const uses = new Map(able.map(({ id }) => [id, 0]));
  return themes2019.flatMap((disciplines, index) => {
    const n = index + 1;
    const first = (code: string) => (n === 1 && PERSONAS.includes(code) ? -1 : (uses.get(code) ?? 0));
    const count = size === "full" ? 10 : n <= 3 ? 4 : 1;
    const chosen = able
      .map(({ id }) => id)
      .sort((a, b) => first(a) - first(b) || roll(1000, "team", n, a) - roll(1000, "team", n, b))
      .slice(0, count);
    for (const code of chosen) uses.set(code, (uses.get(code) ?? 0) + 1);
    return inOrder(n, chosen).map((academyCode, rank) => planned("2019-2020", n, disciplines, academyCode, rank));
  });
}

function planned(
  label: PlannedTeam["label"],
  n: number,
  disciplines: readonly string[],
  academyCode: string,
  rank: number,
): PlannedTeam {
  const retained = rank < (n <= 4 ? 7 : 6);
  const flaw =
    flaws[`${n}/${rank}`] ??
    (rank === 8 && n % 2 === 0 ? "TWO_TEACHERS" : rank === 9 && n % 2 === 1 ? "NO_PILOT" : null);
  const isPersonas = n === 1 && academyCode === RENNES;
  const firstDegree = isPersonas || n === 6 || (n === 7 && rank % 3 === 1) || (n === 16 && rank === 2);
  return { label, n, themeId: themeIdOf(label, n), academyCode, disciplines, rank, retained, flaw, firstDegree };
}

/** As the demonstration of projects ranks them: Rennes before all. */
function inOrder(n: number, codes: readonly string[]): string[] {
  const themeId = themeIdOf("2019-2020", n);
  const order = (code: string) => (code === RENNES ? -1 : roll(1000, themeId, code, "rank"));
  const application = (code: string) => stableId("demo-application", themeId, code);
  return [...codes].sort((a, b) => order(a) - order(b) || (application(a) < application(b) ? -1 : 1));
}

/** Applications under way in the open call: Rennes and three others on the first theme, one or two on the rest. */
export function teams2020(academies: readonly Omit<Academy, "version">[], size: "full" | "small"): PlannedTeam[] {
  const able = academies
    .filter(({ id, validTo }) => validTo === null && !["42", "44"].includes(id))
    .map(({ id }) => id);
  const themes = size === "full" ? themes2020 : themes2020.slice(0, 2);
  return themes.flatMap((disciplines, index) => {
    const n = index + 1;
    const others = able
      .filter((code) => code !== RENNES)
      .sort((a, b) => roll(1000, "next", n, a) - roll(1000, "next", n, b))
      .slice(0, n === 1 ? 3 : 1 + (roll(5, "count", n) % 2) + (n % 4 === 0 ? 1 : 0));
    return [...(n === 1 ? [RENNES] : []), ...others].map((academyCode, rank) => ({
      ...planned("2020-2021", n, disciplines, academyCode, rank),
      flaw: null,
      retained: false,
      firstDegree: disciplines.includes("premier-degre"),
    }));
  });
}
