import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { KeptTextsFragment } from "../../gen/graphql.ts";
import { clockTime } from "../../ui/dates.ts";
import { labelOf } from "../../ui/labels.ts";
import { differences, type Words } from "./comparison.ts";

export const WORDS = graphql(`
  fragment Words on ScenarioText {
    title
    summary
    disciplines {
      code
      label
    }
    levels {
      uri
      label
    }
    competences {
      uri
      label
    }
    progressivity
    objectives
    durationMinutes
    setting
    tools
    course
    assessment
    generalisation
    licence
  }
`);

/** The workshop's scenario with the texts that were kept of it. */
export const KEPT_TEXTS = graphql(`
  fragment KeptTexts on Scenario {
    ...Workshop
    keptTexts {
      id
      occasion
      versionNumber
      at
      by {
        id
        displayName
      }
      writers {
        id
        displayName
      }
      text {
        ...Words
      }
    }
  }
`);

/** What stands now, among the texts that may be compared. */
export const PRESENT = "actuel";

export interface Comparable {
  value: string;
  label: string;
  words: Words;
}

/** « Version 2 : Corrigé et publié, 3 mars 2020, 9 h 12 »; the latest first, what stands now before all. */
export const comparables = (scenario: KeptTextsFragment): Comparable[] => [
  { value: PRESENT, label: t`Texte actuel`, words: scenario },
  ...scenario.keptTexts.toReversed().map(({ id, versionNumber, occasion, at, text }) => {
    const how = labelOf("KeptOccasion", occasion);
    const day = clockTime(at);
    return { value: id, label: t`Version ${versionNumber} : ${how}, ${day}`, words: text };
  }),
];

/** The two texts that the address names; without it, the present one and the last that says something else. */
export function chosen(
  all: readonly Comparable[],
  search: URLSearchParams,
): { before: Comparable; after: Comparable } | null {
  const named = (name: string) => all.find(({ value }) => value === search.get(name));
  const after = named("a") ?? all[0];
  if (!after || all.length < 2) return null;
  const others = all.filter((one) => one !== after);
  const before =
    named("de") ?? others.find(({ words }) => differences(words, after.words).length > 0) ?? others[0] ?? after;
  return { before, after };
}
