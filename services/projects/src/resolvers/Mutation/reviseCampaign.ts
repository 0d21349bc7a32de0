import type { CampaignSettings } from "../../domain/campaign.ts";
import type { CampaignSettingsInput, MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/settings.ts";
import { onCampaign } from "../commands.ts";

export const reviseCampaign: MutationResolvers["reviseCampaign"] = (_, { input }, ctx) =>
  onCampaign(ctx, "reviseCampaign", input, (tx, command) => {
    policy.demand(command.by, "reviseCampaign");
    const { campaignId, target, specificationUrl, specificationFileId, settings } = input;
    return store.reviseCampaign(tx, command, campaignId, {
      target: target ?? undefined,
      specificationUrl,
      specificationFileId,
      settings: settings ? toSettings(settings) : undefined,
    });
  });

const OPTIONAL = ["perTheme", "perAcademy"];

/** A field that is absent stays; only a quota may be taken away. */
const toSettings = (input: CampaignSettingsInput): Partial<CampaignSettings> =>
  Object.fromEntries(
    Object.entries(input).filter(([name, value]) => value !== undefined && (value !== null || OPTIONAL.includes(name))),
  );
