import type { Choice } from "../../ui/Combobox.tsx";
import { labelOf } from "../../ui/labels.ts";
import { fieldLabels, type ScenarioFields } from "./workshop.ts";

/** The terms that a scenario may name. */
export interface Vocabularies {
  disciplines: Choice[];
  levels: Choice[];
  competences: Choice[];
}

interface Concept {
  uri: string;
  label: string;
  broader?: string | null;
}

interface Read {
  disciplines?: readonly { code: string; label: string }[] | null;
  levels?: readonly Concept[] | null;
  competences?: readonly Concept[] | null;
}

/** A part whose service is away leaves its list empty: what is chosen stays. */
export const vocabulariesOf = ({ disciplines, levels, competences }: Read): Vocabularies => ({
  disciplines: (disciplines ?? []).map(({ code, label }) => ({ value: code, label })),
  levels: (levels ?? []).map(({ uri, label, broader }) => ({
    value: uri,
    label,
    hint: levels?.find((wider) => wider.uri === broader)?.label,
    also: spelled(label),
  })),
  competences: (competences ?? []).map(({ uri, label }) => ({ value: uri, label: `${uri} ${label}` })),
});

const ordinals: Record<string, string> = {
  "6e": "sixième 6ème",
  "5e": "cinquième 5ème",
  "4e": "quatrième 4ème",
  "3e": "troisième 3ème",
  "2de": "seconde 2nde",
  "1re": "première 1ère",
};

/** « 5e » is looked for as « cinquième » and « 5ème » too. */
export const spelled = (label: string): string | undefined => ordinals[label.split(" ")[0] ?? ""];

/** What a field holds, in words: for the two versions of a conflict. */
export function shownAs(name: keyof ScenarioFields, value: ScenarioFields[keyof ScenarioFields], terms: Vocabularies) {
  const label = fieldLabels[name];
  const named = (choices: Choice[], codes: string[]) =>
    codes.map((code) => choices.find((choice) => choice.value === code)?.label ?? code).join(", ");
  switch (name) {
    case "disciplineCodes":
      return { label, text: named(terms.disciplines, value as string[]) };
    case "levels":
      return { label, text: named(terms.levels, value as string[]) };
    case "competences":
      return { label, text: named(terms.competences, value as string[]) };
    case "authors":
      return { label, text: `${(value as ScenarioFields["authors"]).length} contributions` };
    case "progressivity":
      return { label, text: value ? labelOf("Progressivity", String(value)) : "" };
    default:
      return { label, text: value === null ? "" : String(value) };
  }
}
