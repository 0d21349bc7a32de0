/** The texts that several write at once, under their names in the graph and in the document. */
export const LIVE_FIELDS = [
  "summary",
  "objectives",
  "setting",
  "tools",
  "course",
  "assessment",
  "generalisation",
] as const;
export type LiveField = (typeof LIVE_FIELDS)[number];

/** Somebody else who has the scenario open to write; by name only in the graph. */
export interface Other {
  personId: string;
  field: LiveField | null;
}

/** One of eight colours, the same in every window. */
export const colourOf = (personId: string): number =>
  [...personId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 8_191, 7) % 8;

/** A person who has two windows open is one; where he or she writes comes before where not. */
export function distinct(others: readonly Other[]): Other[] {
  const byPerson = new Map<string, Other>();
  for (const other of others) {
    if (!byPerson.get(other.personId)?.field) byPerson.set(other.personId, other);
  }
  return [...byPerson.values()].sort((one, other) => one.personId.localeCompare(other.personId));
}
