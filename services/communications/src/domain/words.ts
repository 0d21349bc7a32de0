import type { Source } from "./publication.ts";

/** Names, titles and labels of a publication, as far as they are known; an unknown one is an empty text. */
export interface Words {
  /** Names as published. */
  attribution: string;
  /** By person, so that a name that was erased since stays on the work. */
  authors: Record<string, string>;
  /** «Rennes», «académie de Rennes». */
  academies: { code: string; name: string; label: string }[];
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

/**
 * A publication says by itself who made it, where, on what (the public topic is self-contained). What was told once is
 * not untold: copies of names may be emptied and built again, and a person erased.
 */
export function wordsOf(source: Source, known: Known, before: Words | null): Words {
  const authors = namesOf(source.authorIds, known, before);
  const academies = source.academyCodes.map((code) => {
    const told = before?.academies.find((academy) => academy.code === code);
    const { name = "", label = "" } = known.academies.get(code) ?? told ?? {};
    return { code, name, label };
  });
  return {
    attribution: attributionOf(source.kind, academies, Object.values(authors)),
    authors,
    academies,
    theme: source.themeId ? { id: source.themeId, title: themeTitle(source.themeId, known, before) } : null,
    disciplines: source.disciplineCodes.map((code) => ({ code, label: disciplineLabel(code, known, before) })),
  };
}

function namesOf(ids: readonly string[], known: Known, before: Words | null): Record<string, string> {
  const named = ids.map((id) => [id, known.persons.get(id) ?? before?.authors[id] ?? ""] as const);
  return Object.fromEntries(named.filter(([, name]) => name !== ""));
}

const themeTitle = (id: string, known: Known, before: Words | null): string =>
  known.themes.get(id)?.title ?? (before?.theme?.id === id ? before.theme.title : "");

const disciplineLabel = (code: string, known: Known, before: Words | null): string =>
  known.disciplines.get(code) ?? before?.disciplines.find((told) => told.code === code)?.label ?? "";

/** Authors by name, then their academies; the work of a group is the group's. */
function attributionOf(kind: Source["kind"], academies: Words["academies"], names: readonly string[]): string {
  const place = academies
    .map(({ label }) => label)
    .filter(Boolean)
    .join(", ");
  if (kind === "SCENARIO") return [names.join(", "), place].filter(Boolean).join(" – ");
  return place ? `Équipe TraAM, ${place}` : "Groupe national TraAM";
}
