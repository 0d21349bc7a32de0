export interface Stored<Fields extends object> {
  fields: Fields;
  version: number;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What others wrote in the fields of the patch since its editing began; null when they changed other fields only, or
 * wrote the same.
 */
export function clashes<Fields extends object>(
  patch: Partial<Fields>,
  base: Partial<Fields>,
  latest: Fields,
): Partial<Fields> | null {
  const names = (Object.keys(patch) as (keyof Fields)[]).filter(
    (name) => !same(latest[name], base[name]) && !same(latest[name], patch[name]),
  );
  if (names.length === 0) return null;
  return Object.fromEntries(names.map((name) => [name, latest[name]])) as Partial<Fields>;
}

/** Without the fields that were saved as they stand now; what was typed since stays. */
export function settled<Fields extends object>(
  kept: Partial<Fields>,
  saved: Partial<Fields>,
  now: Partial<Fields>,
): Partial<Fields> {
  const names = (Object.keys(kept) as (keyof Fields)[]).filter(
    (name) => !(name in saved) || !same(saved[name], now[name]),
  );
  return Object.fromEntries(names.map((name) => [name, kept[name]])) as Partial<Fields>;
}

/** The stored fields, each text with the blanks that its author typed around it. */
export function asTyped<Fields extends object>(stored: Fields, typed: Partial<Fields>): Fields {
  const names = (Object.keys(typed) as (keyof Fields)[]).filter(
    (name) => trimmed(typed[name]) === trimmed(stored[name]),
  );
  return { ...stored, ...Object.fromEntries(names.map((name) => [name, typed[name]])) };
}

const trimmed = (value: unknown): string => (typeof value === "string" ? value.trim() : JSON.stringify(value ?? null));

export const withoutFields = <Fields extends object>(fields: Partial<Fields>, others: Partial<Fields>) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(others, name))) as Partial<Fields>;

export const only = <Fields extends object>(fields: Fields, name: keyof Fields) =>
  ({ [name]: fields[name] }) as unknown as Partial<Fields>;
