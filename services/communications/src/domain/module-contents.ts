import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { TrainingModule, TrainingModuleFact } from "./training-module.ts";

/** How M@gistère indexes a module, and what it is made of. */
export interface ModuleContents {
  audience: string | null;
  validation: string | null;
  keywords: string[];
  /** Scenarios and materials of the theme, in the order of the course; empty: all of them. */
  publicationIds: string[];
}

/** A publication that a module may be built from. */
export interface Ingredient {
  id: string;
  kind: string;
  state: string;
  themeId: string | null;
}

export const INGREDIENTS: readonly string[] = ["SCENARIO", "MATERIAL"];

const MOST_KEYWORDS = 20;
const LINE = 200;

/** Built from the theme's own published scenarios and materials (R16, R70). */
export function composeModule(
  { themeId }: Pick<TrainingModule, "themeId">,
  contents: ModuleContents,
  found: readonly Ingredient[],
): TrainingModuleFact[] {
  const { publicationIds, audience, validation } = contents;
  const keywords = [...new Set(contents.keywords.map((word) => word.trim()))].filter(Boolean);
  const fits = (one: Ingredient) =>
    INGREDIENTS.includes(one.kind) && one.state === "PUBLISHED" && one.themeId === themeId;
  const usable = new Set(found.filter(fits).map(({ id }) => id));
  refuseAll([
    ...(publicationIds.every((id) => usable.has(id)) ? [] : [refusals.notAnIngredient()]),
    ...(new Set(publicationIds).size < publicationIds.length ? [refusals.ingredientTwice()] : []),
    ...(keywords.length > MOST_KEYWORDS ? [refusals.tooManyKeywords(MOST_KEYWORDS)] : []),
    ...short(audience, "audience"),
    ...short(validation, "validation"),
  ]);
  return [{ type: "TrainingModuleComposed", contents: { ...contents, keywords } }];
}

const short = (text: string | null, field: string): Refusal[] =>
  (text ?? "").length > LINE ? [refusals.tooLong(field, LINE)] : [];
