import { pageOf } from "@trame/kit/connection";
import { dayIn } from "@trame/kit/day";
import type { QueryResolvers } from "../../gen/schema.ts";
import { toCampaign } from "../../store/campaigns.ts";
import { listCampaigns } from "../../store/lists.ts";

export const campaigns: QueryResolvers["campaigns"] = (_, args, { db }) => listCampaigns(db, pageOf(args));

export const campaign: QueryResolvers["campaign"] = (_, { id }, { load }) => load.campaign.load(id);

export const currentCampaign: QueryResolvers["currentCampaign"] = async (_, __, { db, at }) => {
  const today = dayIn(at);
  const row = await db.campaign.findFirst({
    where: { startsOn: { lte: today }, endsOn: { gte: today } },
    orderBy: { startsOn: "desc" },
  });
  return row && toCampaign(row);
};

export const openCampaign: QueryResolvers["openCampaign"] = async (_, __, { db, at }) => {
  const row = await db.campaign.findFirst({
    where: { callOpened: true, callClosed: false, callOpensAt: { lte: at }, callClosesAt: { gt: at } },
    orderBy: { callClosesAt: "asc" },
  });
  return row && toCampaign(row);
};
