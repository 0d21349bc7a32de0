import { nested } from "@trame/kit/connection";
import { callState, schoolYears } from "../domain/campaign.ts";
import type { CallResolvers, CampaignResolvers } from "../gen/schema.ts";

export const Campaign: CampaignResolvers = {
  __resolveReference: ({ id }, { load }) => load.campaign.load(id),
  call: (campaign) => campaign,
  schoolYears: async (campaign, _, { load }) => {
    const themes = await load.themesOfCampaign.load(campaign.id);
    return schoolYears(campaign, Math.max(1, ...themes.map(({ durationYears }) => durationYears)));
  },
  retainedCount: ({ id }, _, { load }) => load.retainedInCampaign.load(id),
  submittedCount: ({ id }, _, { load }) => load.submittedInCampaign.load(id),
  themes: async ({ id }, args, { load }) => nested(await load.themesOfCampaign.load(id), args),
};

export const Call: CallResolvers = {
  opensAt: ({ callOpensAt }) => callOpensAt,
  closesAt: ({ callClosesAt }) => callClosesAt,
  state: (campaign, _, { at }) => callState(campaign, at),
};
