import { nested } from "@trame/kit/connection";
import { parisDay } from "../domain/proposals.ts";
import { academicGaps } from "../domain/quotas.ts";
import { schoolYears } from "../domain/school-year.ts";
import type { ProjectResolvers } from "../gen/schema.ts";

export const Project: ProjectResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  meetings: async ({ id }, args, { load }) => nested(await load.visibleOfProject.load(id), args),
  meetingGaps: async ({ id }, _, { load, at }) => {
    const [project, meetings] = await Promise.all([load.project.load(id), load.ofProject.load(id)]);
    if (!project || project.state === "FORMING" || project.state === "ABANDONED") return [];
    return academicGaps(schoolYears(project), meetings, { today: parisDay(at) });
  },
};
