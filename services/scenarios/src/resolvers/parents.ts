import { heldData } from "@trame/kit/held";
import { family } from "@trame/kit/succession";
import type { Context } from "../context.ts";
import type {
  AcademyResolvers,
  DisciplineResolvers,
  PersonResolvers,
  ProjectAnalysisResolvers,
  ProjectResolvers,
  SequenceResolvers,
  ThemeResolvers,
  ViewerResolvers,
} from "../gen/schema.ts";
import { holdings } from "../held.ts";
import { policy } from "../policy.ts";
import { scopeOf } from "../store/place.ts";
import { savedSearches } from "../store/saved-searches.ts";
import { tasksOf } from "../store/tasks.ts";
import { scenariosOf } from "./nested.ts";
import { mayReadSequences } from "./Query/sequences.ts";

export const Theme: ThemeResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  scenarios: ({ id }, args, ctx) => scenariosOf(ctx, "theme", [id], args),
};

export const Project: ProjectResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  scenarios: ({ id }, args, ctx) => scenariosOf(ctx, "project", [id], args),
  implementationAnalysis: async ({ id }, _, ctx) => {
    const [analysis, published] = await Promise.all([
      ctx.load.projectAnalysis.load(id),
      ctx.load.projectPublished.load(id),
    ]);
    return analysis && (published || (await readsDrafts(ctx, id))) ? analysis : null;
  },
};

/** Before anything is published, what a team writes is its groups'. */
async function readsDrafts({ actor, load }: Context, projectId: string): Promise<boolean> {
  const project = await load.project.load(projectId);
  return project !== null && policy.may(actor, "readScenario", scopeOf(project, await load.academies()));
}

export const ProjectAnalysis: ProjectAnalysisResolvers = { by: ({ byId }) => (byId ? { id: byId } : null) };

export const Academy: AcademyResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  scenarios: async ({ code }, args, ctx) => scenariosOf(ctx, "academy", family(await ctx.load.academies(), code), args),
};

export const Person: PersonResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  scenarios: ({ id }, args, ctx) => scenariosOf(ctx, "person", [id], args),
};

export const Discipline: DisciplineResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  scenarios: ({ code }, args, ctx) => scenariosOf(ctx, "discipline", [code], args),
};

export const Sequence: SequenceResolvers = {
  __resolveReference: async ({ id }, { actor, load }) => (mayReadSequences(actor) ? load.sequence.load(id) : null),
  theme: ({ themeId }) => ({ id: themeId }),
  project: ({ projectId }) => ({ id: projectId }),
  academy: ({ academyCode }) => ({ code: academyCode }),
  author: ({ authorId }) => ({ id: authorId }),
};

export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  heldByScenarios: ({ id }, _, { db, actor }) => (actor.personId === id ? heldData(db, id, holdings) : null),
  scenarioTasks: async ({ id }, _, { db, actor, at, load }) =>
    actor.personId === id ? tasksOf(db, actor, await load.academies(), at) : null,
  savedSearches: ({ id }, _, { db, actor }) => (actor.personId === id ? savedSearches(db, id) : null),
};
