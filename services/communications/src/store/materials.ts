import { aggregate, type Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { declareMaterial as decide, type Material, type MaterialFact } from "../domain/material.ts";
import type { Source } from "../domain/publication.ts";
import { tellMaterial } from "../events.ts";
import type { Material as MaterialRow, Project } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { authorOf } from "./authors.ts";
import { publishSource } from "./publications.ts";

const materials = aggregate<Tx, Material, MaterialFact>({
  name: "Material",
  label: "Ce support",
  topic: topics.communications,
  async lock(tx, id) {
    const row = await tx.material.findUnique({ where: { id } });
    return row && toMaterial(row);
  },
  insert: async (tx, material) => void (await tx.material.create({ data: material })),
  update: async (tx, material) => void (await tx.material.update({ where: { id: material.id }, data: material })),
  evolve: (before, { material }) => ({ ...material, version: before?.version ?? 0 }),
  tell: (_, material) => tellMaterial(material),
});

export type NewMaterial = Omit<Material, "id" | "version" | "academyCode" | "authorId" | "publishedAt"> & {
  id?: string;
};

/** National ones by the theme's expert, academic ones by the référent of the project's academy (R13). */
export async function declareMaterial(tx: Tx, command: Command, input: NewMaterial, origin: string): Promise<string> {
  const project = await projectOf(tx, input.projectId);
  if (input.level === "NATIONAL") policy.demand(command.by, "declareNationalMaterial", { themeId: input.themeId });
  else {
    const academyCodes = project ? await academyScope(tx, project.academyCode) : anyOwn(command);
    policy.demand(command.by, "declareAcademicMaterial", { themeId: input.themeId, academyCodes });
  }
  const declared = { ...input, id: input.id ?? newId(), authorId: authorOf(command), publishedAt: command.at };
  const material = await materials.create(tx, command, decide({ ...declared, academyCode: null }, project));
  await publishSource(tx, command, materialSource(material, project), origin);
  return material.id;
}

export async function projectOf(tx: Tx, id: string | null): Promise<Project | null> {
  if (!id) return null;
  return (await tx.project.findUnique({ where: { id } })) ?? refuse(notFound("Ce projet", "projectId"));
}

/** Without a project the rule will refuse; a référent learns that reason rather than a missing right. */
const anyOwn = ({ by }: Command) => by.mandates.flatMap(({ academyCode }) => academyCode ?? []);

const materialSource = (material: Material, project: Project | null): Source => ({
  kind: "MATERIAL",
  sourceId: material.id,
  sourceVersion: material.version,
  title: material.title,
  summary: material.description,
  address: material.url,
  themeId: material.themeId,
  academyCodes: material.academyCode ? [material.academyCode] : [],
  disciplineCodes: project?.disciplineCodes ?? [],
  levels: [],
  licence: null,
  authorIds: [],
});

export const toMaterial = (row: MaterialRow): Material => ({
  ...row,
  level: row.level as Material["level"],
  kind: row.kind as Material["kind"],
});
