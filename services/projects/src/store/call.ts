import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { schedule, unschedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import { daysLater } from "../domain/calendar.ts";
import {
  type Campaign,
  beginPhase as decideBeginning,
  closeCall as decideClosing,
  openCall as decideOpening,
  prepareCampaign,
} from "../domain/campaign.ts";
import { PHASES, type PhaseKind } from "../domain/phases.ts";
import { lastInstant } from "../domain/theme.ts";
import { refusals } from "../errors.ts";
import { campaigns } from "./campaigns.ts";
import { themes, toTheme } from "./themes.ts";

/** What time does about a call: its end, a theme's own end, the next phase, the reminder before the end. */
export const CALL_CLOSES = "call-closes";
export const THEME_CLOSES = "theme-closes";
export const PHASE_BEGINS = "phase-begins";
export const DRAFT_REMINDER = "draft-reminder";

export type NewCampaign = Parameters<typeof prepareCampaign>[0] extends infer P
  ? Omit<P, "id"> & { id?: string }
  : never;

export async function createCampaign(
  tx: Tx,
  command: Command,
  { id = newId(), ...input }: NewCampaign,
): Promise<string> {
  const facts = prepareCampaign({ ...input, id });
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
  await scheduleCall(tx, campaign, command.at);
  return id;
}

/** Everything that the dates of an opened campaign will bring; called again when they move. */
export async function scheduleCall(tx: Tx, campaign: Campaign, at: Date): Promise<void> {
  const { id, callClosesAt, callClosed, phases, phase, settings } = campaign;
  for (const { kind, startsAt } of phases) {
    if (kind === "CALL" || (phase && PHASES.indexOf(kind) <= PHASES.indexOf(phase))) continue;
    await schedule(tx, { kind: PHASE_BEGINS, key: `${id}/${kind}`, dueAt: startsAt });
  }
  if (callClosed) return;
  await schedule(tx, { kind: CALL_CLOSES, key: id, dueAt: callClosesAt });
  const reminder = daysLater(callClosesAt, -settings.draftReminderDays);
  if (reminder > at) await schedule(tx, { kind: DRAFT_REMINDER, key: id, dueAt: reminder });
  const early = await tx.theme.findMany({ where: { campaignId: id, state: "OPEN", deadlineAt: { not: null } } });
  for (const theme of early) await scheduleTheme(tx, theme, callClosesAt);
}

export async function scheduleTheme(
  tx: Tx,
  theme: { id: string; deadlineAt: Date | null },
  callClosesAt: Date,
): Promise<void> {
  const dueAt = lastInstant(theme, callClosesAt);
  if (dueAt < callClosesAt) await schedule(tx, { kind: THEME_CLOSES, key: theme.id, dueAt });
  else await unschedule(tx, THEME_CLOSES, theme.id);
}

export async function closeCall(tx: Tx, command: Command, id: string): Promise<string> {
  await campaigns.change(tx, command, id, (campaign) => decideClosing(campaign, command.at));
  const open = await tx.theme.findMany({ where: { campaignId: id, state: "OPEN" }, orderBy: { id: "asc" } });
  for (const theme of open) await themes.change(tx, forEach(command), theme.id, () => [{ type: "ThemeClosed" }]);
  await unschedule(tx, CALL_CLOSES, id);
  await unschedule(tx, DRAFT_REMINDER, id);
  return id;
}

/** A theme whose own deadline has come; one whose call was closed before is closed already. */
export const closeTheme = (tx: Tx, command: Command, id: string) =>
  themes.change(tx, command, id, (theme) => (theme.state === "OPEN" ? [{ type: "ThemeClosed" }] : []));

export const beginPhase = (tx: Tx, command: Command, id: string, phase: PhaseKind) =>
  campaigns.change(tx, command, id, (campaign) => decideBeginning(campaign, phase));

/** The version that the caller saw is the campaign's, not each theme's. */
const forEach = ({ by, at }: Command): Command => ({ by, at });
