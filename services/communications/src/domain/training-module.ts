import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { OfProject } from "./material.ts";
import { labelled, present, webAddress } from "./texts.ts";

export type ModulePlatform = "MAGISTERE" | "MOOC" | "OTHER";

/** A training module (R16, R70). Durations are minutes. */
export interface TrainingModule {
  id: string;
  version: number;
  platform: ModulePlatform;
  otherPlatform: string | null;
  title: string;
  description: string;
  url: string;
  objectives: string;
  minutesInPerson: number | null;
  minutesRemote: number | null;
  themeId: string;
  projectId: string | null;
  academyCode: string | null;
  authorId: string;
  publishedAt: Date;
}

export type TrainingModuleFact = { type: "TrainingModulePublished"; module: Omit<TrainingModule, "version"> };

export function declareTrainingModule(
  { academyCode: _, ...declared }: Omit<TrainingModule, "version">,
  project: OfProject | null,
): TrainingModuleFact[] {
  refuseAll([
    ...present(declared.title, "title", "Le titre du module"),
    ...present(declared.description, "description", "La description du module"),
    ...present(declared.objectives, "objectives", "Les objectifs du module", "R16"),
    ...webAddress(declared.url, "url"),
    ...labelled(declared.platform, declared.otherPlatform, {
      field: "otherPlatform",
      what: "Une plate-forme",
      requirement: "R16",
    }),
    ...positive(declared.minutesInPerson, "minutesInPerson"),
    ...positive(declared.minutesRemote, "minutesRemote"),
    ...(project && project.themeId !== declared.themeId ? [refusals.projectOfOtherTheme()] : []),
  ]);
  return [{ type: "TrainingModulePublished", module: { ...declared, academyCode: project?.academyCode ?? null } }];
}

const positive = (minutes: number | null, field: string): Refusal[] =>
  minutes !== null && minutes < 0 ? [refusals.durationNegative(field)] : [];
