import { aggregate, type Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { composeModule, type ModuleContents } from "../domain/module-contents.ts";
import type { Source } from "../domain/publication.ts";
import {
  type DeclaredModule,
  declareTrainingModule as decide,
  evolveModule,
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
    await tx.$queryRaw`select 1 as one from training_module where id = ${id} for update`;
    const row = await tx.trainingModule.findUnique({ where: { id } });
    return row && toModule(row);
  },
  insert: async (tx, module) => void (await tx.trainingModule.create({ data: module })),
  update: async (tx, module) => void (await tx.trainingModule.update({ where: { id: module.id }, data: module })),
  evolve: evolveModule,
  // What it is made of changes nothing of what the others know.
  tell: ({ type }, module) => (type === "TrainingModulePublished" ? tellModule(module) : null),
});

export type NewModule = Omit<DeclaredModule, "id" | "academyCode" | "authorId" | "publishedAt"> & {
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
  await demandMaker(tx, command, { themeId, academyCode: project?.academyCode ?? null });
  const declared = { ...input, id: input.id ?? newId(), authorId: authorOf(command), publishedAt: command.at };
  const module = await modules.create(tx, command, decide({ ...declared, academyCode: null }, project));
  await publishSource(tx, command, moduleSource(module, project), origin);
  return module.id;
}

/** By whoever may declare it: its indexing, and the works that it is made of. */
export async function composeTrainingModule(
  tx: Tx,
  command: Command,
  id: string,
  contents: ModuleContents,
): Promise<string> {
  const row = await tx.trainingModule.findUnique({ where: { id } });
  if (!row) refuse(notFound("Ce module"));
  await demandMaker(tx, command, row);
  const found = await tx.publication.findMany({ where: { id: { in: contents.publicationIds } } });
  await modules.change(tx, command, id, (module) => composeModule(module, contents, found));
  return id;
}

type Place = Pick<ModuleRow, "themeId" | "academyCode">;

async function demandMaker(tx: Tx, command: Command, { themeId, academyCode }: Place): Promise<void> {
  if (academyCode === null) return policy.demand(command.by, "declareNationalModule", { themeId });
  const academyCodes = await academyScope(tx, academyCode);
  return policy.demand(command.by, "declareAcademicModule", { themeId, academyCodes });
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
