import { aggregate } from "@trame/kit/aggregate";
import { fold } from "@trame/kit/fold";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { evolveProject, type Project, type ProjectFact, type ProjectState } from "../domain/project.ts";
import { tellProject } from "../events.ts";
import type { Project as ProjectRow } from "../gen/prisma/client.ts";
import { fromJson, toJson } from "./json.ts";

/** The only writer of projects. */
export const projects = aggregate<Tx, Project, ProjectFact>({
  name: "Project",
  label: "Ce projet",
  topic: topics.projects,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from project where id = ${id}::uuid for update`;
    const row = await tx.project.findUnique({ where: { id } });
    return row && toProject(row);
  },
  insert: async (tx, project) => void (await tx.project.create({ data: toRow(project) })),
  // The count of published scenarios has a writer of its own: see projections.ts.
  async update(tx, { publishedScenarioCount: _count, ...project }) {
    const { publishedScenarioCount: _zero, ...data } = toRow({ ...project, publishedScenarioCount: 0 });
    await tx.project.update({ where: { id: project.id }, data });
  },
  evolve: evolveProject,
  tell: tellProject,
});

export function toProject({ titleKey: _key, searchText: _text, state, abandoned, ...rest }: ProjectRow): Project {
  return {
    ...rest,
    state: state as ProjectState,
    abandoned: fromJson<NonNullable<Project["abandoned"]>>(abandoned, "at"),
  };
}

function toRow(project: Project) {
  const abandoned = toJson(project.abandoned);
  return {
    ...project,
    abandoned,
    titleKey: fold(project.title),
    searchText: fold(`${project.title} ${project.summary}`),
  };
}
