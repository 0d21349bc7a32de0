interface Addressed {
  email?: string | null;
}

/** Each address once, in the order of the group. */
export const addressesOf = (persons: readonly Addressed[]): string[] => [
  ...new Set(persons.flatMap(({ email }) => (email ? [email] : []))),
];

/** What mail programs and browsers take without cutting it. */
const LONGEST = 1_900;

/** One message to all of them; null when nobody's address is known, or when they are too many for one link. */
export function mailTo(addresses: readonly string[], subject: string): string | null {
  if (addresses.length === 0) return null;
  const link = `mailto:${addresses.map((address) => encodeURIComponent(address).replace("%40", "@")).join(",")}?subject=${encodeURIComponent(subject)}`;
  return link.length > LONGEST ? null : link;
}
