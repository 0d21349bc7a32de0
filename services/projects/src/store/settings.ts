import type { Command } from "@trame/kit/aggregate";
import { holdFile, keepOnly } from "@trame/kit/files/store";
import { newId } from "@trame/kit/id";
import { notFound, refuse, refuseAll } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { addYears, daysLater } from "../domain/calendar.ts";
import {
  type Campaign,
  type CampaignChange,
  datePhases as decideDates,
  moveDates as decideMove,
  reviseCampaign as decideRevision,
  repeatedFrom,
} from "../domain/campaign.ts";
import type { Phase } from "../domain/phases.ts";
import { refusals } from "../errors.ts";
import { createCampaign, scheduleCall } from "./call.ts";
import { campaigns, toCampaign } from "./campaigns.ts";
import { dateInstalments } from "./pay.ts";
import { themes, toTheme } from "./themes.ts";

export interface Revision extends Omit<CampaignChange, "specificationFile"> {
  /** Deposited before, or held already; null takes it away, absent it stays. */
  specificationFileId?: string | null;
}

export async function reviseCampaign(
  tx: Tx,
  command: Command,
  id: string,
  { specificationFileId: fileId, ...words }: Revision,
): Promise<string> {
  const change = { ...words, specificationFile: fileId == null ? fileId : await attached(tx, command, id, fileId) };
  const marked =
    (await tx.review.findFirst({ where: { campaignId: id, state: { in: ["BEGUN", "SUBMITTED"] } } })) !== null;
  const campaign = await campaigns.change(tx, command, id, (state) => decideRevision(state, change, { marked }));
  if (campaign.callOpened) await scheduleCall(tx, campaign, command.at);
  if (change.settings?.payWindows) await dateInstalments(tx, command, campaign);
  const { specificationFile: held } = campaign;
  await keepOnly(tx, holderOf(id), held ? [held.id] : []);
  return id;
}

/** From now on it is the campaign's; one that it replaces is nobody's. */
async function attached(tx: Tx, { by }: Command, campaignId: string, fileId: string) {
  const held = { id: fileId, holder: holderOf(campaignId), byId: by.personId ?? "", field: "specificationFileId" };
  const { id, name, type, size } = await holdFile(tx, held);
  return { id, name, type, size };
}

export const holderOf = (campaignId: string): string => `campaign/${campaignId}`;

/** One by one. */
export async function datePhases(tx: Tx, command: Command, id: string, dates: readonly Phase[]): Promise<string> {
  const campaign = await campaigns.change(tx, command, id, (state) => decideDates(state, dates, command.at));
  await follow(tx, command, campaign);
  return id;
}

/** All together, the themes' own deadlines too. */
export async function moveDates(tx: Tx, command: Command, id: string, days: number): Promise<string> {
  const campaign = await campaigns.change(tx, command, id, (state) => decideMove(state, days, command.at));
  const early = await tx.theme.findMany({
    where: { campaignId: id, deadlineAt: { gt: command.at }, state: { in: ["DRAFT", "AGREED", "OPEN"] } },
    orderBy: { id: "asc" },
  });
  for (const { id: themeId, deadlineAt } of early) {
    const moved = deadlineAt && daysLater(deadlineAt, days);
    await themes.change(tx, { by: command.by, at: command.at }, themeId, () => [
      { type: "ThemeDeadlineSet", deadlineAt: moved },
    ]);
  }
  await follow(tx, command, campaign);
  return id;
}

const follow = async (tx: Tx, { at }: Command, campaign: Campaign) =>
  campaign.callOpened ? scheduleCall(tx, campaign, at) : undefined;

export interface Repeat {
  id?: string;
  settings: boolean;
  themeIds: readonly string[];
  /** Those of them whose national group goes on with them. */
  groupThemeIds: readonly string[];
}

/** The next campaign from this one: its dates a year later, its settings, themes and groups by choice (R01). */
export async function repeatCampaign(tx: Tx, command: Command, fromId: string, repeat: Repeat): Promise<string> {
  const row = await tx.campaign.findUnique({ where: { id: fromId } });
  if (!row) refuse(notFound("Cette campagne", "campaignId"));
  const { themeIds, groupThemeIds, settings, id = newId() } = repeat;
  refuseAll(groupThemeIds.every((one) => themeIds.includes(one)) ? [] : [refusals.groupWithoutTheme()]);
  const next = repeatedFrom(toCampaign(row), id, { settings });
  await createCampaign(tx, command, next);
  const chosen = await tx.theme.findMany({
    where: { campaignId: fromId, id: { in: [...themeIds] } },
    orderBy: { id: "asc" },
  });
  if (chosen.length < new Set(themeIds).size) refuse(notFound("Un des thèmes", "themeIds"));
  for (const { title, questions, axes, kind, disciplineCodes, durationYears, id: continued } of chosen.map(toTheme)) {
    const text = { title, questions, axes, kind, disciplineCodes, durationYears, borrowedFrom: null };
    const period = { startsOn: next.startsOn, endsOn: addYears(next.endsOn, durationYears - 1) };
    const theme = { ...text, ...period, id: newId(), campaignId: id, continuesThemeId: continued };
    const keepsGroup = groupThemeIds.includes(continued);
    await themes.create(tx, { by: command.by, at: command.at }, [
      { type: "ThemeProposed", theme: { ...theme, keepsGroup } },
    ]);
  }
  return id;
}
