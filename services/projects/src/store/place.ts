import { notFound, refuse } from "@trame/kit/refusal";
import type { Scope } from "@trame/kit/rights";
import type { Tx } from "../database.ts";
import type { Campaign } from "../domain/campaign.ts";
import type { Theme } from "../domain/theme.ts";
import { academyScope } from "./academies.ts";
import { toCampaign } from "./campaigns.ts";
import { toTheme } from "./themes.ts";

/** The call to which a theme belongs. */
export async function callOf(tx: Tx, themeId: string): Promise<{ theme: Theme; campaign: Campaign }> {
  const row = await tx.theme.findUnique({ where: { id: themeId } });
  const campaign = row && (await tx.campaign.findUnique({ where: { id: row.campaignId } }));
  if (!row || !campaign) refuse(notFound("Ce thème", "themeId"));
  return { theme: toTheme(row), campaign: toCampaign(campaign) };
}

export interface Place {
  theme: Theme;
  campaign: Campaign;
  academyCode: string;
  scope: Scope;
}

/** Where an application stands: its call, its academy, and the scope of the rights over it. */
export async function placeOf(tx: Tx, id: string): Promise<Place> {
  const row = await tx.application.findUnique({ where: { id } });
  if (!row) refuse(notFound("Cette candidature", "applicationId"));
  const { academyCode, themeId } = row;
  const academyCodes = await academyScope(tx, academyCode);
  return { ...(await callOf(tx, themeId)), academyCode, scope: { themeId, academyCodes } };
}
