/** The filters of a list, in the address under their French names; empty ones are left out. */
export type Filters<Name extends string> = Partial<Record<Name, string>>;

export function filtersFrom<Name extends string>(search: URLSearchParams, names: readonly Name[]): Filters<Name> {
  const filters: Filters<Name> = {};
  for (const name of names) {
    const value = search.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return filters;
}

/** A value of an enumeration, or nothing when the address holds another word. */
export const oneOf = <Value extends string>(
  known: Record<Value, string>,
  value: string | undefined,
): Value | undefined => (value !== undefined && Object.hasOwn(known, value) ? (value as Value) : undefined);

export function addressOf<Name extends string>(path: string, filters: Filters<Name>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries<string | undefined>(filters)) if (value) search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}

export const without = <Name extends string>(filters: Filters<Name>, name: Name): Filters<Name> => {
  const { [name]: _removed, ...rest } = filters;
  return rest as Filters<Name>;
};

/** A GET form sends empty fields too: where to go instead, so that one view has one address. */
export function canonicalAddress(url: URL): string | null {
  const empty = [...url.searchParams].filter(([, value]) => value.trim() === "");
  if (empty.length === 0) return null;
  for (const [name] of empty) url.searchParams.delete(name, "");
  return `${url.pathname}${url.search}`;
}
