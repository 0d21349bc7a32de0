import { nested } from "@trame/kit/connection";
import { parisDay } from "../domain/proposals.ts";
import { countYear } from "../domain/quotas.ts";
import { schoolYears } from "../domain/school-year.ts";
import { silenceOf } from "../domain/silence.ts";
import type { ThemeResolvers } from "../gen/schema.ts";
import { demandNationalGroup } from "./inside.ts";

export const Theme: ThemeResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  meetings: async ({ id }, { level, ...args }, { load }) => {
    const found = await load.visibleOfTheme.load(id);
    return nested(level ? found.filter((meeting) => meeting.level === level) : found, args);
  },
  progress: ({ id }, _, ctx) => {
    demandNationalGroup(id, ctx);
    return ctx.load.reportsOfTheme.load(id);
  },
  silences: async ({ id }, _, ctx) => {
    demandNationalGroup(id, ctx);
    const { load, at } = ctx;
    const [projects, meetings, reports] = await Promise.all([
      load.projectsOfTheme.load(id),
      load.academicOfTheme.load(id),
      load.reportsOfTheme.load(id),
    ]);
    return projects
      .flatMap((project) => silenceOf(project, { meetings, reports }, { today: parisDay(at) }) ?? [])
      .toSorted((a, b) => (a.since < b.since ? -1 : 1));
  },
  meetingQuotas: async ({ id }, _, { load, at }) => {
    const theme = await load.theme.load(id);
    if (!theme?.launched) return [];
    const today = parisDay(at);
    const national = await load.nationalOfTheme.load(id);
    const [first, ...later] = schoolYears(theme);
    const begun = later.filter(({ startsOn }) => startsOn <= today);
    return [first, ...begun].flatMap((year) =>
      year ? [countYear(year, national, { workPlan: theme.workPlan, today })] : [],
    );
  },
};
