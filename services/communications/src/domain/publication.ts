import type { Words } from "./words.ts";

export type PublicationKind = "SCENARIO" | "MATERIAL" | "TRAINING_MODULE" | "MINUTES_SYNTHESIS" | "SYNTHESIS";

/** What its source says of a publication. */
export interface Source {
  kind: PublicationKind;
  /** Id of the scenario, material, module or meeting. */
  sourceId: string;
  sourceVersion: number;
  title: string;
  summary: string;
  /** Absolute, or a path of the public origin. */
  address: string;
  themeId: string | null;
  academyCodes: string[];
  disciplineCodes: string[];
  levels: string[];
  licence: string | null;
  authorIds: string[];
}

export interface Publication extends Source {
  id: string;
  version: number;
  state: "PUBLISHED" | "WITHDRAWN";
  words: Words;
  publishedAt: Date;
  updatedAt: Date;
  withdrawnAt: Date | null;
  withdrawnFor: string | null;
}

export type PublicationFact =
  | { type: "PublicationPublished"; id: string; source: Source; words: Words; at: Date }
  | { type: "PublicationUpdated"; source: Source; words: Words; at: Date }
  | { type: "PublicationWithdrawn"; sourceVersion: number; at: Date; reason: string };

/** Published first, or again after a withdrawal; else updated when something differs. What is stale changes nothing. */
export function publish(
  before: Publication | null,
  id: string,
  source: Source,
  words: Words,
  at: Date,
): PublicationFact[] {
  if (before && source.sourceVersion <= before.sourceVersion) return [];
  if (!before || before.state === "WITHDRAWN") return [{ type: "PublicationPublished", id, source, words, at }];
  return same(before, source, words) ? [] : [{ type: "PublicationUpdated", source, words, at }];
}

/** A name, title or label arrived or changed. */
export function complete(before: Publication, completed: Source, words: Words, at: Date): PublicationFact[] {
  if (before.state === "WITHDRAWN") return [];
  return same(before, completed, words) ? [] : [{ type: "PublicationUpdated", source: sourceOf(completed), words, at }];
}

export function withdraw(
  before: Publication,
  { sourceVersion, at, reason }: { sourceVersion: number; at: Date; reason: string },
): PublicationFact[] {
  if (before.state === "WITHDRAWN" || sourceVersion <= before.sourceVersion) return [];
  return [{ type: "PublicationWithdrawn", sourceVersion, at, reason }];
}

export function evolvePublication(before: Publication | null, fact: PublicationFact): Publication {
  if (fact.type === "PublicationPublished") {
    const { id, source, words, at } = fact;
    const whole = { ...source, id, version: 0, words, publishedAt: at, updatedAt: at };
    return { ...whole, state: "PUBLISHED", withdrawnAt: null, withdrawnFor: null, version: before?.version ?? 0 };
  }
  if (!before) throw new Error(`${fact.type} without a publication`);
  switch (fact.type) {
    case "PublicationUpdated":
      return { ...before, ...fact.source, words: fact.words, updatedAt: later(before.updatedAt, fact.at) };
    case "PublicationWithdrawn": {
      const { sourceVersion, at, reason } = fact;
      const gone = { state: "WITHDRAWN" as const, withdrawnAt: at, withdrawnFor: reason };
      return { ...before, ...gone, sourceVersion, updatedAt: later(before.updatedAt, at) };
    }
  }
}

/** A label may have been recorded long before the publication that it completes. */
const later = (a: Date, b: Date): Date => (a > b ? a : b);

const sourceOf = ({ kind, sourceId, sourceVersion, title, summary, address, ...rest }: Source): Source => {
  const { themeId, academyCodes, disciplineCodes, levels, licence, authorIds } = rest;
  const told = { kind, sourceId, sourceVersion, title, summary, address };
  return { ...told, themeId, academyCodes, disciplineCodes, levels, licence, authorIds };
};

const same = (before: Publication, source: Source, words: Words): boolean =>
  canonical({ ...sourceOf(before), sourceVersion: 0, words: before.words }) ===
  canonical({ ...sourceOf(source), sourceVersion: 0, words });

/** jsonb gives keys back in another order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
