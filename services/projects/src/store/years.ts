import type { Command } from "@trame/kit/aggregate";
import { systemCommand } from "@trame/kit/answer";
import { midnight } from "@trame/kit/day";
import { notFound, refuse } from "@trame/kit/refusal";
import { schedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import { addYears, endOf } from "../domain/calendar.ts";
import { beginFirstYear, launchTheme as decideLaunch } from "../domain/launch.ts";
import { checkScenarios, type Project, scenarioCame, shorten, start } from "../domain/project.ts";
import { beginSecondYear, renewTheme as decideRenewal, secondYearGaps } from "../domain/theme-years.ts";
import { toCampaign } from "./campaigns.ts";
import { issue } from "./notices.ts";
import { keepIntermediate } from "./projections.ts";
import { projects } from "./projects.ts";
import { readiness } from "./readiness.ts";
import { themes, toTheme } from "./themes.ts";

/** What time does about a launched theme and its teams. */
export const YEAR_BEGINS = "year-begins";
export const SECOND_YEAR = "second-year";
export const SCENARIO_DUE = "scenario-due";

/** The theme and its engaged teams start together; its years begin with the school years. */
export async function launchTheme(tx: Tx, command: Command, id: string): Promise<string> {
  const ready = await readiness(tx, id);
  const theme = await themes.change(tx, command, id, (state) => decideLaunch(state, ready, command.at));
  const engaged = await tx.project.findMany({ where: { themeId: id, state: "ENGAGED" }, orderBy: { id: "asc" } });
  for (const project of engaged) await projects.change(tx, { by: command.by, at: command.at }, project.id, start);
  await schedule(tx, { kind: YEAR_BEGINS, key: id, dueAt: midnight(theme.startsOn) });
  if (theme.durationYears === 2) {
    await schedule(tx, { kind: SECOND_YEAR, key: id, dueAt: secondYearAt(theme) });
  }
  return id;
}

export const beginYear = (tx: Tx, command: Command, id: string) => themes.change(tx, command, id, beginFirstYear);

async function campaignOf(tx: Tx, themeId: string) {
  const theme = await tx.theme.findUnique({ where: { id: themeId } });
  const campaign = theme && (await tx.campaign.findUnique({ where: { id: theme.campaignId } }));
  if (!theme || !campaign) refuse(notFound("Ce thème", "themeId"));
  return { theme: toTheme(theme), campaign: toCampaign(campaign) };
}

async function secondYearOf(tx: Tx, id: string) {
  const { theme, campaign } = await campaignOf(tx, id);
  const { intermediateAt } = await readiness(tx, id);
  return { theme, terms: { asksForRenewal: campaign.settings.renewal, intermediateAt } };
}

/** By the scheduler, or at once when what it waited for comes late. */
export async function secondYear(tx: Tx, command: Command, id: string): Promise<void> {
  const { terms } = await secondYearOf(tx, id);
  await themes.change(tx, command, id, (theme) => beginSecondYear(theme, terms));
}

/** The first of September: who holds the second year up is told (R46, R92). */
export async function secondYearDue(tx: Tx, at: Date, id: string): Promise<void> {
  await secondYear(tx, systemCommand("projects", at), id);
  const { theme, terms } = await secondYearOf(tx, id);
  const gaps = secondYearGaps(theme, terms);
  if (gaps.length === 0) return;
  await issue(tx, at, {
    id: ["second-year-waits", id],
    kind: "THEME_STEP",
    audiences: [{ role: "EXPERT", themeId: id }, { role: "PROGRAMME" }],
    title: "La seconde année attend",
    text: `« ${theme.title} » : ${gaps.map(({ message }) => message).join(" ")}`,
    path: `/espace/themes/${id}`,
    about: id,
  });
}

/** Told after the first year's end, it opens the second at once (R92). */
export async function intermediateSigned(tx: Tx, themeId: string, at: Date): Promise<void> {
  await keepIntermediate(tx, themeId, at);
  const theme = await tx.theme.findUnique({ where: { id: themeId }, select: { startsOn: true } });
  if (theme && at >= secondYearAt(theme)) await secondYear(tx, systemCommand("projects", at), themeId);
}

const secondYearAt = ({ startsOn }: { startsOn: string }): Date => midnight(addYears(startsOn, 1));

/** At the end of year 1 (R46): refused, the theme and its teams end with it. */
export async function renewTheme(
  tx: Tx,
  command: Command,
  id: string,
  { granted, reason }: { granted: boolean; reason: string },
): Promise<string> {
  const { campaign, theme: before } = await campaignOf(tx, id);
  const renewal = { granted, reason, byId: command.by.personId ?? null, at: command.at };
  const terms = { asksForRenewal: campaign.settings.renewal, firstYearEndsOn: campaign.endsOn };
  const theme = await themes.change(tx, { ...command, reason }, id, (state) => decideRenewal(state, renewal, terms));
  const later = { by: command.by, at: command.at };
  if (granted && command.at >= secondYearAt(before)) await secondYear(tx, later, id);
  if (granted) return id;
  const longer = await tx.project.findMany({
    where: { themeId: id, endsOn: { gt: theme.endsOn } },
    orderBy: { id: "asc" },
  });
  for (const project of longer) await projects.change(tx, later, project.id, (state) => shorten(state, theme.endsOn));
  return id;
}

/** At the end of the project's first school year a scenario is due (R10). */
export async function expectScenario(tx: Tx, { id, startsOn, endsOn }: Project): Promise<void> {
  const firstYear = addYears(startsOn, 1) <= endsOn ? addYears(endsOn, -1) : endsOn;
  await schedule(tx, { kind: SCENARIO_DUE, key: id, dueAt: endOf(firstYear) });
}

/** The year is over: who has published nothing is flagged, and told (R10). */
export async function scenarioDue(tx: Tx, at: Date, id: string): Promise<void> {
  const command = systemCommand("projects", at);
  const project = await projects.change(tx, command, id, (state) => checkScenarios(state, at));
  const yearOver = endOf(project.endsOn) <= at;
  if (!yearOver) await schedule(tx, { kind: SCENARIO_DUE, key: id, dueAt: endOf(project.endsOn) });
  if (project.scenarioMissingAt?.getTime() !== at.getTime()) return;
  const { themeId, academyCode, title } = project;
  await issue(tx, at, {
    id: ["scenario-missing", id],
    kind: "PROJECT_STEP",
    audiences: [
      { role: "REFERENT", themeId, academyCode },
      { role: "PILOT", themeId, academyCode },
    ],
    title: "L'année s'achève sans scénario publié",
    text: `« ${title} » : au moins un scénario pédagogique est attendu (R10).`,
    path: "/espace/scenarios",
    about: id,
  });
}

/** One came after all (R10). */
export async function scenarioPublished(tx: Tx, at: Date, id: string): Promise<void> {
  const flagged = await tx.project.findFirst({ where: { id, scenarioMissingAt: { not: null } } });
  if (flagged) await projects.change(tx, systemCommand("projects", at), id, scenarioCame);
}
