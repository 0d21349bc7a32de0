/** One pedagogical idea, told with several subjects: `{x}` is replaced by one of them. */
export interface Idea {
  discipline: string;
  title: string;
  subjects: readonly string[];
  levels: readonly LevelName[];
  competences: readonly string[];
  tools: readonly string[];
  summary: string;
  objectives: string;
  sessions: readonly string[];
  assessment: string;
  outcomes: readonly string[];
  generalisation: string;
}

const level = (number: string) => `http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-${number}`;

/** ScoLOMFR addresses of the levels. */
export const LEVELS = {
  GS: level("007"),
  CP: level("010"),
  CE1: level("011"),
  CE2: level("013"),
  CM1: level("014"),
  CM2: level("015"),
  "6e": level("018"),
  "5e": level("020"),
  "4e": level("021"),
  "3e": level("023"),
  "2de": level("136"),
  "1re": level("123"),
  Tle: level("088"),
  "2de pro": level("027"),
  "1re pro": level("127"),
  "Tle pro": level("050"),
  CAP: level("223"),
  BTS: level("195"),
} as const;

export type LevelName = keyof typeof LEVELS;
