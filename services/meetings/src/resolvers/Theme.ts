import { nested } from "@trame/kit/connection";
import { parisDay } from "../domain/proposals.ts";
import { countYear } from "../domain/quotas.ts";
import { schoolYears } from "../domain/school-year.ts";
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
