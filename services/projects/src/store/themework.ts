import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse, refuseAll } from "@trame/kit/refusal";
import { schedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import { schoolYears } from "../domain/campaign.ts";
import { beginFirstYear, launchTheme as decideLaunch } from "../domain/launch.ts";
import { start } from "../domain/project.ts";
import {
  agreeToTheme as decideAgreement,
  nameLeadAcademy as decideLead,
  setWorkPlan as decidePlan,
  proposeTheme as decideProposal,
  type Milestone,
  type ProposedTheme,
} from "../domain/theme.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { projects } from "./projects.ts";
import { readiness } from "./readiness.ts";
import { themes } from "./themes.ts";

/** The kind of the due row that begins a launched theme's first year. */
export const YEAR_BEGINS = "year-begins";

export type NewTheme = Omit<ProposedTheme, "id" | "startsOn" | "endsOn"> & { id?: string };

/** The theme's period follows from its campaign and its duration (R46). */
export async function proposeTheme(tx: Tx, command: Command, { id = newId(), ...input }: NewTheme): Promise<string> {
  const campaign = await tx.campaign.findUnique({ where: { id: input.campaignId } });
  if (!campaign) refuse(notFound("Cette campagne", "campaignId"));
  const known = await tx.discipline.findMany({ where: { code: { in: input.disciplineCodes } } });
  refuseAll(
    input.disciplineCodes
      .filter((code) => !known.some((discipline) => discipline.code === code))
      .map((code) => refusals.unknownDiscipline(code)),
  );
  const years = schoolYears(campaign, input.durationYears);
  const endsOn = years.at(-1)?.endsOn ?? campaign.endsOn;
  await themes.create(tx, command, decideProposal({ ...input, id, startsOn: campaign.startsOn, endsOn }));
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

export async function nameLeadAcademy(
  tx: Tx,
  command: Command,
  id: string,
  lead: { code: string; reason: string },
): Promise<string> {
  const teams = await tx.project.findMany({ where: { themeId: id }, select: { academyCode: true } });
  const codes = teams.map(({ academyCode }) => academyCode);
  await themes.change(tx, command, id, (theme) => decideLead(theme, lead.code, lead.reason, codes));
  return id;
}

/** The theme and its engaged teams start together; the first year begins with the school year. */
export async function launchTheme(tx: Tx, command: Command, id: string): Promise<string> {
  const ready = await readiness(tx, id);
  const theme = await themes.change(tx, command, id, (state) => decideLaunch(state, ready, command.at));
  const engaged = await tx.project.findMany({ where: { themeId: id, state: "ENGAGED" }, orderBy: { id: "asc" } });
  for (const project of engaged) await projects.change(tx, { by: command.by, at: command.at }, project.id, start);
  await schedule(tx, { kind: YEAR_BEGINS, key: id, dueAt: new Date(`${theme.startsOn}T00:00:00+02:00`) });
  return id;
}

export const beginYear = (tx: Tx, command: Command, id: string) => themes.change(tx, command, id, beginFirstYear);
