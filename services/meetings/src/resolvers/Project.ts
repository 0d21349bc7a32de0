import { nested } from "@trame/kit/connection";
import { parisDay } from "../domain/proposals.ts";
import { academicGaps } from "../domain/quotas.ts";
import { schoolYears } from "../domain/school-year.ts";
import { silenceOf } from "../domain/silence.ts";
import type { ProjectResolvers } from "../gen/schema.ts";
import { policy } from "../policy.ts";
import { scopeOf } from "../store/access.ts";

export const Project: ProjectResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  meetings: async ({ id }, args, { load }) => nested(await load.visibleOfProject.load(id), args),
  silence: async ({ id }, _, { load, actor, at }) => {
    const project = await load.project.load(id);
    if (!project || !policy.may(actor, "readAcademic", scopeOf(await load.academies(), project))) return null;
    const [meetings, reports] = await Promise.all([load.ofProject.load(id), load.reportsOfTheme.load(project.themeId)]);
    return silenceOf(project, { meetings, reports }, { today: parisDay(at) });
  },
  meetingGaps: async ({ id }, _, { load, at }) => {
    const [project, meetings] = await Promise.all([load.project.load(id), load.ofProject.load(id)]);
    if (!project || project.state === "FORMING" || project.state === "ABANDONED") return [];
    return academicGaps(schoolYears(project), meetings, { today: parisDay(at) });
  },
};
