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
  /** What M@gistère indexes a course by, besides. */
  audience: string | null;
  validation: string | null;
  keywords: string[];
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
    ...(declared.platform === "MAGISTERE" ? indexable(declared) : []),
    ...positive(declared.minutesInPerson, "minutesInPerson"),
    ...positive(declared.minutesRemote, "minutesRemote"),
    ...(project && project.themeId !== declared.themeId ? [refusals.projectOfOtherTheme()] : []),
  ]);
  return [{ type: "TrainingModulePublished", module: { ...declared, academyCode: project?.academyCode ?? null } }];
}

const MOST_TITLE = 199;
const MOST_DESCRIPTION = 800;

/** M@gistère takes names under 200 characters and descriptions of 800 at most. */
const indexable = ({ title, description }: Pick<TrainingModule, "title" | "description">): Refusal[] => [
  ...(title.length > MOST_TITLE ? [refusals.tooLong("title", MOST_TITLE)] : []),
  ...(description.length > MOST_DESCRIPTION ? [refusals.tooLong("description", MOST_DESCRIPTION)] : []),
];

const positive = (minutes: number | null, field: string): Refusal[] =>
  minutes !== null && minutes < 0 ? [refusals.durationNegative(field)] : [];
