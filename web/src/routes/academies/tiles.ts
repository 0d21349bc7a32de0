/**
 * A tile for each academy, [short name, column, row], placed after geography; overseas below the mainland.
 * A code without a tile (an academy that has ended) is in the table only.
 */
export const TILES: Record<string, [string, number, number]> = {
  "09": ["LIL", 4, 0],
  "70": ["NOR", 2, 1],
  "20": ["AMI", 4, 1],
  "19": ["REI", 5, 1],
  "12": ["N-M", 6, 1],
  "15": ["STR", 7, 1],
  "14": ["REN", 1, 2],
  "25": ["VER", 3, 2],
  "01": ["PAR", 4, 2],
  "24": ["CRE", 5, 2],
  "03": ["BES", 6, 2],
  "17": ["NAN", 2, 3],
  "18": ["O-T", 3, 3],
  "07": ["DIJ", 5, 3],
  "13": ["POI", 2, 4],
  "22": ["LIM", 3, 4],
  "06": ["CLE", 4, 4],
  "10": ["LYO", 5, 4],
  "08": ["GRE", 6, 4],
  "04": ["BOR", 2, 5],
  "16": ["TOU", 3, 5],
  "11": ["MON", 4, 5],
  "02": ["A-M", 5, 5],
  "23": ["NIC", 6, 5],
  "27": ["COR", 7, 6],
  "32": ["GUA", 0, 7],
  "31": ["MAR", 1, 7],
  "33": ["GUY", 2, 7],
  "28": ["REU", 3, 7],
  "43": ["MAY", 4, 7],
  "44": ["SPM", 5, 7],
  "40": ["N-C", 0, 8],
  "41": ["P-F", 1, 8],
  "42": ["W-F", 2, 8],
};

/** Caen and Rouen stand on Normandie's place until it begins. */
export const FORMER_TILES: Record<string, [string, number, number]> = {
  "05": ["CAE", 2, 1],
  "21": ["ROU", 3, 1],
};

export const CLASSES = 4;

/** The upper bounds of classes of about equal size, by quantile, so that no class is empty for want of values. */
export function quantiles(values: number[]): number[] {
  const sorted = [...new Set(values.filter((value) => value > 0))].sort((one, other) => one - other);
  const bounds = Array.from({ length: CLASSES }, (_, rank) => {
    const at = Math.ceil(((rank + 1) * sorted.length) / CLASSES) - 1;
    return sorted[Math.max(0, at)];
  });
  return [...new Set(bounds.filter((bound) => bound !== undefined))];
}

/** 0 for none, then 1 to CLASSES. The last class is always the darkest. */
export function classOf(value: number, bounds: number[]): number {
  if (value <= 0) return 0;
  const rank = bounds.findIndex((bound) => value <= bound);
  return CLASSES - (bounds.length - 1 - (rank === -1 ? bounds.length - 1 : rank));
}
