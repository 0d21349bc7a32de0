import type { Scenario, ScenarioFact, ScenarioText } from "./scenario.ts";

/** Why a text was kept: read by others from then on, or about to give way to an earlier one. */
export type KeptOccasion = "PROPOSED" | "PUBLISHED" | "CORRECTED" | "REPLACED";

/** The words of a scenario at one moment (R58). */
export interface KeptText {
  id: string;
  occasion: KeptOccasion;
  versionNumber: number;
  text: ScenarioText;
  byId: string | null;
  /** Who wrote in it since the text kept before. */
  writerIds: string[];
  at: Date;
}

const OCCASIONS: Partial<Record<ScenarioFact["type"], KeptOccasion>> = {
  ScenarioProposed: "PROPOSED",
  ScenarioPublished: "PUBLISHED",
  ScenarioUpdated: "CORRECTED",
};

/** What is to be kept of a change: the words that others read from now on, and the draft that gives way to old words. */
export function textsToKeep(
  before: Scenario,
  facts: readonly ScenarioFact[],
  after: Scenario,
): Pick<KeptText, "occasion" | "versionNumber" | "text">[] {
  return facts.flatMap(({ type }) => {
    const occasion = OCCASIONS[type];
    if (occasion) return [{ occasion, versionNumber: after.versionNumber, text: textOf(after) }];
    // Words that were proposed or published are kept already.
    const lost = type === "TextRestored" && before.state === "DRAFT";
    return lost ? [{ occasion: "REPLACED" as const, versionNumber: before.versionNumber, text: textOf(before) }] : [];
  });
}

/** The words of a published version; null for those that were published before words were kept. */
export const textOfVersion = (kept: readonly KeptText[], number: number): ScenarioText | null =>
  kept.find(
    ({ versionNumber, occasion }) => versionNumber === number && (occasion === "PUBLISHED" || occasion === "CORRECTED"),
  )?.text ?? null;

export const textOf = (scenario: ScenarioText): ScenarioText => ({
  title: scenario.title,
  summary: scenario.summary,
  disciplineCodes: scenario.disciplineCodes,
  levels: scenario.levels,
  competences: scenario.competences,
  progressivity: scenario.progressivity,
  objectives: scenario.objectives,
  durationMinutes: scenario.durationMinutes,
  setting: scenario.setting,
  tools: scenario.tools,
  course: scenario.course,
  assessment: scenario.assessment,
  generalisation: scenario.generalisation,
  licence: scenario.licence,
});
