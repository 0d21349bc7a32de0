import { type Change, diffWordsWithSpace } from "diff";
import type { WordsFragment } from "../../gen/graphql.ts";
import { duration } from "../../ui/dates.ts";
import { labelOf } from "../../ui/labels.ts";
import { fieldLabels } from "./workshop.ts";

/** What a text of a scenario and the scenario itself both have. */
export type Words = Omit<WordsFragment, "__typename" | " $fragmentName">;

/** A piece of one side: a mark says that the other side does not have it. */
export interface Piece {
  /** Where it begins in its side's text. */
  start: number;
  value: string;
  marked: boolean;
}

export interface Difference {
  label: string;
  before: Piece[];
  after: Piece[];
}

const labelled = (terms: readonly { label: string }[]) => terms.map(({ label }) => label).join("\n");

/** The fields of a text, in the order of the page, each as it is read. */
const fields: [string, (words: Words) => string][] = [
  [fieldLabels.title, ({ title }) => title],
  [fieldLabels.summary, ({ summary }) => summary],
  [fieldLabels.disciplineCodes, ({ disciplines }) => labelled(disciplines)],
  [fieldLabels.levels, ({ levels }) => labelled(levels)],
  [fieldLabels.competences, ({ competences }) => competences.map(({ uri, label }) => `${uri} ${label}`).join("\n")],
  [fieldLabels.progressivity, ({ progressivity }) => (progressivity ? labelOf("Progressivity", progressivity) : "")],
  [fieldLabels.durationMinutes, ({ durationMinutes }) => (durationMinutes ? duration(durationMinutes) : "")],
  [fieldLabels.licence, ({ licence }) => licence ?? ""],
  [fieldLabels.objectives, ({ objectives }) => objectives],
  [fieldLabels.setting, ({ setting }) => setting],
  [fieldLabels.tools, ({ tools }) => tools],
  [fieldLabels.course, ({ course }) => course],
  [fieldLabels.assessment, ({ assessment }) => assessment],
  [fieldLabels.generalisation, ({ generalisation }) => generalisation],
];

/** The fields in which two texts differ, word by word. */
export const differences = (before: Words, after: Words): Difference[] =>
  fields
    .map(([label, read]) => ({ label, old: read(before), now: read(after) }))
    .filter(({ old, now }) => old !== now)
    .map(({ label, old, now }) => ({ label, ...sides(old, now) }));

/** Beyond so many changed words nothing is alike: the two texts are shown whole, at once. */
const MOST = 2000;

function sides(old: string, now: string): Pick<Difference, "before" | "after"> {
  const changes: Change[] | undefined = diffWordsWithSpace(old, now, { maxEditLength: MOST });
  if (!changes) return { before: whole(old), after: whole(now) };
  return {
    before: placed(changes.filter(({ added }) => !added).map(({ value, removed }) => ({ value, marked: removed }))),
    after: placed(changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ value, marked: added }))),
  };
}

const whole = (value: string): Piece[] => (value === "" ? [] : [{ start: 0, value, marked: true }]);

function placed(pieces: readonly Omit<Piece, "start">[]): Piece[] {
  let start = 0;
  return pieces.map((piece) => {
    const here = { ...piece, start };
    start += piece.value.length;
    return here;
  });
}
