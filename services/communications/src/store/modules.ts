import { aggregate, type Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Source } from "../domain/publication.ts";
import {
  declareTrainingModule as decide,
  type TrainingModule,
  type TrainingModuleFact,
} from "../domain/training-module.ts";
import { tellModule } from "../events.ts";
import type { TrainingModule as ModuleRow, Project } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { authorOf } from "./authors.ts";
import { projectOf } from "./materials.ts";
import { publishSource } from "./publications.ts";

const modules = aggregate<Tx, TrainingModule, TrainingModuleFact>({
  name: "TrainingModule",
  label: "Ce module",
  topic: topics.communications,
  async lock(tx, id) {
    const row = await tx.trainingModule.findUnique({ where: { id } });
    return row && toModule(row);
  },
  insert: async (tx, module) => void (await tx.trainingModule.create({ data: module })),
  update: async (tx, module) => void (await tx.trainingModule.update({ where: { id: module.id }, data: module })),
  evolve: (before, { module }) => ({ ...module, version: before?.version ?? 0 }),
  tell: (_, module) => tellModule(module),
});

export type NewModule = Omit<TrainingModule, "id" | "version" | "academyCode" | "authorId" | "publishedAt"> & {
  id?: string;
};

/** A duty of the theme (R70): its expert declares it; a référent may, for a project of his or her academy. */
export async function declareTrainingModule(
  tx: Tx,
  command: Command,
  input: NewModule,
  origin: string,
): Promise<string> {
  const { themeId } = input;
  const project = await projectOf(tx, input.projectId);
  if (project) {
    const academyCodes = await academyScope(tx, project.academyCode);
    policy.demand(command.by, "declareAcademicModule", { themeId, academyCodes });
  } else policy.demand(command.by, "declareNationalModule", { themeId });
  const declared = { ...input, id: input.id ?? newId(), authorId: authorOf(command), publishedAt: command.at };
  const module = await modules.create(tx, command, decide({ ...declared, academyCode: null }, project));
  await publishSource(tx, command, moduleSource(module, project), origin);
  return module.id;
}

const moduleSource = (module: TrainingModule, project: Project | null): Source => ({
  kind: "TRAINING_MODULE",
  sourceId: module.id,
  sourceVersion: module.version,
  title: module.title,
  summary: module.description,
  address: module.url,
  themeId: module.themeId,
  academyCodes: module.academyCode ? [module.academyCode] : [],
  disciplineCodes: project?.disciplineCodes ?? [],
  levels: [],
  licence: null,
  authorIds: [],
});

export const toModule = (row: ModuleRow): TrainingModule => ({
  ...row,
  platform: row.platform as TrainingModule["platform"],
});
