import { pageOf } from "@trame/kit/connection";
import type { QueryResolvers } from "../../gen/schema.ts";
import { listCampaigns } from "../../store/lists.ts";

export const campaigns: QueryResolvers["campaigns"] = (_, args, { db }) => listCampaigns(db, pageOf(args));

export const campaign: QueryResolvers["campaign"] = (_, { id }, { load }) => load.campaign.load(id);

export const currentCampaign: QueryResolvers["currentCampaign"] = (_, __, { db, at }) => {
  const today = at.toISOString().slice(0, 10);
  return db.campaign.findFirst({
    where: { startsOn: { lte: today }, endsOn: { gte: today } },
    orderBy: { startsOn: "desc" },
  });
};

export const openCampaign: QueryResolvers["openCampaign"] = (_, __, { db, at }) =>
  db.campaign.findFirst({
    where: { callOpened: true, callClosed: false, callOpensAt: { lte: at }, callClosesAt: { gt: at } },
    orderBy: { callClosesAt: "asc" },
  });
