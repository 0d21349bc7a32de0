import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse, refuseAll } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { schoolYears } from "../domain/campaign.ts";
import { nameLeadAcademy as decideLead, proposeLeadAcademy as decideLeadProposal } from "../domain/lead-academy.ts";
import {
  agreeToTheme as decideAgreement,
  setDeadline as decideDeadline,
  setWorkPlan as decidePlan,
  proposeTheme as decideProposal,
  reviseTheme as decideText,
  type Milestone,
  type ProposedTheme,
  type ThemeText,
} from "../domain/theme.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { scheduleTheme } from "./call.ts";
import { issue } from "./notices.ts";
import { callOf } from "./place.ts";
import { themes, toTheme } from "./themes.ts";

export type NewTheme = Omit<ProposedTheme, "id" | "startsOn" | "endsOn"> & { id?: string };

/** The theme's period follows from its campaign and its duration (R46). */
export async function proposeTheme(tx: Tx, command: Command, { id = newId(), ...input }: NewTheme): Promise<string> {
  const { startsOn, endsOn } = await periodOf(tx, input);
  await themes.create(tx, command, decideProposal({ ...input, id, startsOn, endsOn }));
  return id;
}

async function periodOf(tx: Tx, { campaignId, disciplineCodes, durationYears }: ThemeText & { campaignId: string }) {
  const row = await tx.campaign.findUnique({ where: { id: campaignId } });
  if (!row) refuse(notFound("Cette campagne", "campaignId"));
  const known = await tx.discipline.findMany({ where: { code: { in: disciplineCodes } } });
  refuseAll(
    disciplineCodes
      .filter((code) => !known.some((discipline) => discipline.code === code))
      .map((code) => refusals.unknownDiscipline(code)),
  );
  return { startsOn: row.startsOn, endsOn: schoolYears(row, durationYears).at(-1)?.endsOn ?? row.endsOn };
}

/** Until the inspection générale has agreed to it (R18). */
export async function reviseTheme(tx: Tx, command: Command, id: string, change: Partial<ThemeText>): Promise<string> {
  const row = await tx.theme.findUnique({ where: { id } });
  if (!row) refuse(notFound("Ce thème", "themeId"));
  policy.demand(command.by, "reviseTheme", { themeId: id });
  const { title, questions, axes, kind, disciplineCodes, durationYears, campaignId } = toTheme(row);
  const text = { title, questions, axes, kind, disciplineCodes, durationYears, ...change };
  const { endsOn } = await periodOf(tx, { ...text, campaignId });
  await themes.change(tx, command, id, (theme) => decideText(theme, text, endsOn));
  return id;
}

/** Earlier than the call's, or none of its own (R17). */
export async function setThemeDeadline(tx: Tx, command: Command, id: string, deadlineAt: Date | null): Promise<string> {
  const { campaign } = await callOf(tx, id);
  const call = { opensAt: campaign.callOpensAt, closesAt: campaign.callClosesAt };
  const theme = await themes.change(tx, command, id, (state) => decideDeadline(state, deadlineAt, call));
  if (theme.state === "OPEN") await scheduleTheme(tx, theme, campaign.callClosesAt);
  return id;
}

export async function agreeToTheme(tx: Tx, command: Command, id: string, note: string | null): Promise<string> {
  await themes.change(tx, command, id, (theme) => {
    policy.demand(command.by, "agreeToTheme", { themeId: id });
    return decideAgreement(theme, { byId: command.by.personId ?? "", at: command.at, note });
  });
  return id;
}

export async function setWorkPlan(
  tx: Tx,
  command: Command,
  id: string,
  milestones: readonly Milestone[],
): Promise<string> {
  await themes.change(tx, command, id, (theme) => {
    policy.demand(command.by, "setWorkPlan", { themeId: id });
    return decidePlan(theme, milestones);
  });
  return id;
}

interface Lead {
  code: string;
  reason: string;
}

/** By an expert of the theme (R48, R49). */
export async function proposeLeadAcademy(
  tx: Tx,
  command: Command,
  id: string,
  { code, reason }: Lead,
): Promise<string> {
  const teams = await teamsOf(tx, id);
  const proposal = { code, reason, byId: command.by.personId ?? "", at: command.at };
  const theme = await themes.change(tx, { ...command, reason }, id, (state) => {
    policy.demand(command.by, "proposeLeadAcademy", { themeId: id });
    return decideLeadProposal(state, proposal, teams);
  });
  await issue(tx, command.at, {
    id: ["lead", id, String(theme.version)],
    kind: "THEME_STEP",
    audiences: [{ role: "PROGRAMME" }],
    title: "Une académie chef de file est proposée",
    text: `« ${theme.title} »`,
    path: `/espace/themes/${id}`,
    about: id,
  });
  return id;
}

/** On that proposal. */
export async function nameLeadAcademy(tx: Tx, command: Command, id: string, lead: Lead): Promise<string> {
  const teams = await teamsOf(tx, id);
  await themes.change(tx, command, id, (theme) => decideLead(theme, lead.code, lead.reason, teams));
  return id;
}

async function teamsOf(tx: Tx, themeId: string): Promise<string[]> {
  const where = { themeId, state: { not: "ABANDONED" } };
  return (await tx.project.findMany({ where, select: { academyCode: true } })).map(({ academyCode }) => academyCode);
}
