import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { OfProject } from "./material.ts";
import type { ModuleContents } from "./module-contents.ts";
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
  /** The works that it is made of, in order; empty: all of its theme's. */
  publicationIds: string[];
  themeId: string;
  projectId: string | null;
  academyCode: string | null;
  authorId: string;
  publishedAt: Date;
}

/** What is said of a module when it is declared. */
export type DeclaredModule = Omit<TrainingModule, "version" | "publicationIds">;

export type TrainingModuleFact =
  | { type: "TrainingModulePublished"; module: DeclaredModule }
  | { type: "TrainingModuleComposed"; contents: ModuleContents };

export function evolveModule(before: TrainingModule | null, fact: TrainingModuleFact): TrainingModule {
  if (fact.type === "TrainingModulePublished")
    return { publicationIds: [], ...fact.module, version: before?.version ?? 0 };
  if (!before) throw new Error(`${fact.type} without a module`);
  return { ...before, ...fact.contents };
}

export function declareTrainingModule(
  { academyCode: _, ...declared }: DeclaredModule,
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
