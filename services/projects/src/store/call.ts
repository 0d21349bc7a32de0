import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { schedule, unschedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import {
  type Campaign,
  closeCall as decideClosing,
  openCall as decideOpening,
  prepareCampaign,
} from "../domain/campaign.ts";
import { refusals } from "../errors.ts";
import { campaigns } from "./campaigns.ts";
import { themes, toTheme } from "./themes.ts";

/** The kind of the due row that closes a call at the end of its window. */
export const CALL_CLOSES = "call-closes";

export type NewCampaign = Omit<Campaign, "id" | "version" | "callOpened" | "callClosed"> & { id?: string };

export async function createCampaign(
  tx: Tx,
  command: Command,
  { id = newId(), ...input }: NewCampaign,
): Promise<string> {
  const facts = prepareCampaign({ id, ...input });
  if (await tx.campaign.findUnique({ where: { label: input.label } })) refuse(refusals.labelTaken(input.label));
  await campaigns.create(tx, command, facts);
  return id;
}

/** The call and its themes open together (R17, R18); the scheduler will close it. */
export async function openCall(
  tx: Tx,
  command: Command,
  id: string,
  themeIds?: readonly string[] | null,
): Promise<string> {
  const where = themeIds ? { id: { in: [...themeIds] } } : { campaignId: id, state: "AGREED" };
  const chosen = (await tx.theme.findMany({ where, orderBy: { id: "asc" } })).map(toTheme);
  if (themeIds && chosen.length < new Set(themeIds).size) refuse(notFound("Un des thèmes", "themeIds"));
  const campaign = await campaigns.change(tx, command, id, (state) => decideOpening(state, chosen, command.at));
  for (const theme of chosen) await themes.change(tx, forEach(command), theme.id, () => [{ type: "ThemeOpened" }]);
  await schedule(tx, { kind: CALL_CLOSES, key: id, dueAt: campaign.callClosesAt });
  return id;
}

export async function closeCall(tx: Tx, command: Command, id: string): Promise<string> {
  await campaigns.change(tx, command, id, decideClosing);
  const open = await tx.theme.findMany({ where: { campaignId: id, state: "OPEN" }, orderBy: { id: "asc" } });
  for (const theme of open) await themes.change(tx, forEach(command), theme.id, () => [{ type: "ThemeClosed" }]);
  await unschedule(tx, CALL_CLOSES, id);
  return id;
}

/** The version that the caller saw is the campaign's, not each theme's. */
const forEach = ({ by, at }: Command): Command => ({ by, at });
