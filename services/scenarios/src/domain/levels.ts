const at = (number: string) => `http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-${number}`;

/** The years of each cycle (2016). ScoLOMFR keeps cycles and years in two branches: a reader looks for both at once. */
const CYCLES: Readonly<Record<string, readonly string[]>> = {
  [at("617")]: [at("004"), at("005"), at("006"), at("007")],
  [at("619")]: [at("010"), at("011"), at("013")],
  [at("620")]: [at("014"), at("015"), at("018")],
  [at("621")]: [at("020"), at("021"), at("023")],
};

/** A level and those that it holds, by its vocabulary's tree and by the cycles. */
export function levelAndNarrower(
  level: string,
  concepts: readonly { uri: string; broader: string | null }[],
): string[] {
  const found = new Set([level]);
  for (const uri of found) {
    for (const year of CYCLES[uri] ?? []) found.add(year);
    for (const concept of concepts) if (concept.broader === uri) found.add(concept.uri);
  }
  return [...found];
}

/** The cycles that a year belongs to; what stands above it in its own branch is the vocabulary's. */
export const widerLevels = (level: string): string[] =>
  Object.entries(CYCLES).flatMap(([cycle, years]) => (years.includes(level) ? [cycle] : []));
