import { present } from "@trame/kit/batch";
import { nested } from "@trame/kit/connection";
import { launchGaps } from "../domain/launch.ts";
import { secondYearGaps } from "../domain/theme-years.ts";
import type { LeadProposalResolvers, ThemeResolvers } from "../gen/schema.ts";

const LAUNCHED = ["LAUNCHED", "YEAR_1", "YEAR_2", "SYNTHESISED", "DIFFUSED"];

export const Theme: ThemeResolvers = {
  __resolveReference: ({ id }, { load }) => load.theme.load(id),
  campaign: async ({ campaignId }, _, { load }) => present(await load.campaign.load(campaignId)),
  disciplines: async ({ disciplineCodes }, _, { load }) =>
    (await load.discipline.loadMany(disciplineCodes)).map((found) => present(found)),
  agreement: ({ agreement }) => agreement && { ...agreement, by: { id: agreement.byId } },
  workPlan: ({ milestones }) => (milestones.length > 0 ? { milestones } : null),
  leadAcademy: ({ leadAcademy }) => leadAcademy && { code: leadAcademy.code },
  leadAcademyReason: ({ leadAcademy }) => leadAcademy?.reason ?? null,
  leadProposal: ({ leadProposal }) => leadProposal,
  continues: ({ continuesThemeId }, _, { load }) => (continuesThemeId ? load.theme.load(continuesThemeId) : null),
  renewal: ({ renewal }) => renewal && { ...renewal, by: renewal.byId ? { id: renewal.byId } : null },
  launchGaps: async ({ id, state }, _, { load }) => {
    if (LAUNCHED.includes(state)) return [];
    const found = await load.readiness.load(id);
    return launchGaps(found?.ready ?? { groupGaps: null, priorWorkAt: null, literatureAt: null });
  },
  secondYearGaps: async (theme, _, { load }) => {
    if (theme.durationYears !== 2) return [];
    const [campaign, found] = await Promise.all([load.campaign.load(theme.campaignId), load.readiness.load(theme.id)]);
    const asksForRenewal = campaign?.settings.renewal ?? false;
    return secondYearGaps(theme, { asksForRenewal, intermediateAt: found?.ready.intermediateAt ?? null });
  },
  projects: async ({ id }, args, { load }) => nested(await load.projectsOfTheme.load(id), args),
  retainedCount: ({ id }, _, { load }) => load.retainedInTheme.load(id),
  submittedCount: ({ id }, _, { load }) => load.submittedInTheme.load(id),
};

export const LeadProposal: LeadProposalResolvers = {
  academy: ({ code }) => ({ code }),
  by: ({ byId }) => ({ id: byId }),
};
