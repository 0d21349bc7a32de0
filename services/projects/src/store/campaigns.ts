import { aggregate } from "@trame/kit/aggregate";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  type Campaign,
  type CampaignFact,
  type CampaignSettings,
  evolveCampaign,
  USUAL_SETTINGS,
} from "../domain/campaign.ts";
import { type Phase, type PhaseKind, usualPhases } from "../domain/phases.ts";
import type { SpecificationFile } from "../domain/specification.ts";
import { tellCampaign } from "../events.ts";
import type { Campaign as CampaignRow } from "../gen/prisma/client.ts";
import { fromJson, toJson } from "./json.ts";

/** The only writer of campaigns. */
export const campaigns = aggregate<Tx, Campaign, CampaignFact>({
  name: "Campaign",
  label: "Cette campagne",
  topic: topics.projects,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from campaign where id = ${id}::uuid for update`;
    const row = await tx.campaign.findUnique({ where: { id } });
    return row && toCampaign(row);
  },
  insert: async (tx, campaign) => void (await tx.campaign.create({ data: toRow(campaign) })),
  update: async (tx, campaign) =>
    void (await tx.campaign.update({ where: { id: campaign.id }, data: toRow(campaign) })),
  evolve: evolveCampaign,
  tell: tellCampaign,
});

interface PhaseRow {
  kind: PhaseKind;
  startsAt: string;
  endsAt: string;
}

/** The call's own dates are columns: a list is ordered and restricted by them. */
export function toCampaign({ phases, phase, settings, specificationFile, ...row }: CampaignRow): Campaign {
  const { callOpensAt: opensAt, callClosesAt: closesAt } = row;
  const kept = (phases as unknown as PhaseRow[]).map(
    ({ kind, startsAt, endsAt }): Phase => ({ kind, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }),
  );
  return {
    ...row,
    phase: phase as PhaseKind | null,
    specificationFile: fromJson<SpecificationFile>(specificationFile),
    settings: { ...USUAL_SETTINGS, ...(settings as unknown as Partial<CampaignSettings>) },
    phases:
      kept.length === 0
        ? usualPhases({ opensAt, closesAt }, row)
        : [{ kind: "CALL", startsAt: opensAt, endsAt: closesAt }, ...kept],
  };
}

function toRow({ phases, settings, specificationFile, ...campaign }: Campaign) {
  return {
    ...campaign,
    specificationFile: toJson(specificationFile),
    settings: {
      ...settings,
      grid: settings.grid.map((criterion) => ({ ...criterion })),
      payWindows: settings.payWindows.map((window) => ({ ...window })),
    },
    phases: phases
      .filter(({ kind }) => kind !== "CALL")
      .map(({ kind, startsAt, endsAt }) => ({ kind, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })),
  };
}
