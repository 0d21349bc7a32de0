import type { Source } from "./publication.ts";

/** Names, titles and labels of a publication, as far as they are known; an unknown one is an empty text. */
export interface Words {
  /** Names as published. */
  attribution: string;
  /** By person, so that a name that was erased since stays on the work. */
  authors: Record<string, string>;
  academies: { code: string; name: string }[];
  theme: { id: string; title: string } | null;
  disciplines: { code: string; label: string }[];
}

/** What this service knows of the others' names. */
export interface Known {
  /** Display names by person. */
  persons: ReadonlyMap<string, string>;
  academies: ReadonlyMap<string, { name: string; label: string }>;
  themes: ReadonlyMap<string, { title: string; disciplineCodes: readonly string[] }>;
  disciplines: ReadonlyMap<string, string>;
}

/** A group's work without disciplines of its own is of its theme's. */
export function settled<S extends Source>(source: S, { themes }: Known): S {
  if (source.kind === "SCENARIO" || source.disciplineCodes.length > 0) return source;
  return { ...source, disciplineCodes: [...(themes.get(source.themeId ?? "")?.disciplineCodes ?? [])] };
}

/** A publication says by itself who made it, where, on what (the public topic is self-contained). */
export function wordsOf(source: Source, known: Known, before: Words | null): Words {
  const authors = namesOf(source.authorIds, known, before);
  return {
    attribution: attributionOf(source, known, Object.values(authors)),
    authors,
    academies: source.academyCodes.map((code) => ({ code, name: known.academies.get(code)?.name ?? "" })),
    theme: source.themeId ? { id: source.themeId, title: known.themes.get(source.themeId)?.title ?? "" } : null,
    disciplines: source.disciplineCodes.map((code) => ({ code, label: known.disciplines.get(code) ?? "" })),
  };
}

function namesOf(ids: readonly string[], known: Known, before: Words | null): Record<string, string> {
  const named = ids.map((id) => [id, known.persons.get(id) ?? before?.authors[id] ?? ""] as const);
  return Object.fromEntries(named.filter(([, name]) => name !== ""));
}

/** Authors by name, then their academies; the work of a group is the group's. */
function attributionOf({ kind, academyCodes }: Source, { academies }: Known, names: readonly string[]): string {
  const places = academyCodes.map((code) => academies.get(code)?.label ?? "").filter(Boolean);
  const place = places.join(", ");
  if (kind === "SCENARIO") return [names.join(", "), place].filter(Boolean).join(" – ");
  return place ? `Équipe TraAM, ${place}` : "Groupe national TraAM";
}
