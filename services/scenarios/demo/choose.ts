/** The same words always give the same number: the demonstration is the same on every machine. */
export function hash(...words: (string | number)[]): number {
  let value = 0x811c9dc5;
  for (const letter of words.join("|")) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  // FNV's low bits repeat: mix them once more.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

export function choose<T>(from: readonly T[], ...words: (string | number)[]): T {
  const found = from[hash(...words) % from.length];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

/** True once in `times`, always for the same words. */
export const once = (times: number, ...words: (string | number)[]): boolean => hash(...words) % times === 0;
