import { aggregate } from "@trame/kit/aggregate";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { type Campaign, type CampaignFact, evolveCampaign } from "../domain/campaign.ts";
import { tellCampaign } from "../events.ts";

/** The only writer of campaigns. */
export const campaigns = aggregate<Tx, Campaign, CampaignFact>({
  name: "Campaign",
  label: "Cette campagne",
  topic: topics.projects,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from campaign where id = ${id}::uuid for update`;
    return tx.campaign.findUnique({ where: { id } });
  },
  insert: async (tx, campaign) => void (await tx.campaign.create({ data: campaign })),
  update: async (tx, campaign) => void (await tx.campaign.update({ where: { id: campaign.id }, data: campaign })),
  evolve: evolveCampaign,
  tell: tellCampaign,
});
