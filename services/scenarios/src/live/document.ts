import { diffWordsWithSpace } from "diff";
import * as Y from "yjs";
import type { ScenarioText } from "../domain/scenario.ts";

/** The texts that several write at once; the other fields are one value each. */
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
export type LiveText = Pick<ScenarioText, LiveField>;

export const isLiveField = (name: unknown): name is LiveField => LIVE_FIELDS.some((field) => field === name);

export const liveTextOf = (text: LiveText): LiveText => mapFields((field) => text[field]);

/** Each field is a text of the document under its own name. */
export const textOfDocument = (document: Y.Doc): LiveText => mapFields((field) => document.getText(field).toString());

/** A document that holds these states and updates, whatever their order. */
export function documentFrom(...updates: readonly Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  for (const update of updates) Y.applyUpdate(document, update);
  return document;
}

/**
 * Makes a document say a text that was written elsewhere. Only what differs is changed, so that what others write in the
 * same field meanwhile stays.
 */
export function follow(document: Y.Doc, text: LiveText): void {
  document.transact(() => {
    for (const field of LIVE_FIELDS) followField(document.getText(field), text[field]);
  });
}

/** What the stored text says otherwise than before; nothing when it is the same. */
export function changed(before: LiveText, after: LiveText): Partial<LiveText> {
  const fields = LIVE_FIELDS.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(fields.map((field) => [field, after[field]]));
}

function followField(text: Y.Text, wanted: string): void {
  let at = 0;
  for (const { count, kind, value } of differences(text.toString(), wanted)) {
    if (kind === "removed") text.delete(at, count);
    else {
      if (kind === "added") text.insert(at, value);
      at += count;
    }
  }
}

interface Difference {
  kind: "same" | "added" | "removed";
  value: string;
  count: number;
}

/** Beyond as many changes, word by word is neither quick nor of use to anybody. */
const MOST_CHANGES = 2_000;

function differences(before: string, after: string): Difference[] {
  if (before === after) return [];
  const words = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES }) ?? middle(before, after);
  return words.map(({ value, added = false, removed = false }) => {
    const kind = added ? "added" : removed ? "removed" : "same";
    return { kind, value, count: value.length };
  });
}

/** What both have at the beginning and at the end stays. */
function middle(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    { value: before.slice(0, start) },
    { value: before.slice(start, before.length - end), removed: true },
    { value: after.slice(start, after.length - end), added: true },
  ];
}

const mapFields = (value: (field: LiveField) => string): LiveText =>
  Object.fromEntries(LIVE_FIELDS.map((field) => [field, value(field)])) as LiveText;
