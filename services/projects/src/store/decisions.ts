import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, Refusals, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { type Application, isRetained, type Outcome } from "../domain/application.ts";
import * as rules from "../domain/decision.ts";
import { abandon, openProject } from "../domain/project.ts";
import { refusals } from "../errors.ts";
import { applications, toApplication } from "./applications.ts";
import { academySide, pathOf } from "./dossier.ts";
import { issue } from "./notices.ts";
import { placeOf } from "./place.ts";
import { projects } from "./projects.ts";
import { expectScenario } from "./years.ts";

export interface NewDecision {
  outcome: Outcome;
  reason: string;
  secondTeamReason?: string | null;
}

/** Prepared, and nobody's but the office's until it is published; of two at once, one wins (R20). */
export async function decideApplication(tx: Tx, command: Command, id: string, decision: NewDecision): Promise<string> {
  const { theme, campaign, academyCode } = await placeOf(tx, id);
  await oneByOne(tx, theme.id, academyCode);
  const { outcome, reason, secondTeamReason = null } = decision;
  const by = { byId: command.by.personId ?? null, at: command.at };
  const academy = await academyLabel(tx, academyCode);
  const other = await otherTeam(tx, { id, themeId: theme.id, academyCode });
  await applications.change(tx, { ...command, reason }, id, (application) => {
    // Who has seen the decision that is there may replace it; who has not must read it first.
    if (application.pending && command.expectedVersion === undefined)
      throw new Refusals([refusals.decidedMeanwhile()], id);
    const about = { title: application.title, theme: theme.title, academy, campaign: campaign.label };
    const letter = rules.usualLetter({ outcome, reason }, about);
    const pending = { outcome, reason, letter, secondTeamReason, ...by };
    return rules.decideApplication(application, pending, { other, academyLabel: academy });
  });
  return id;
}

/** Two decisions for one academy and theme wait for each other here. */
const oneByOne = (tx: Tx, themeId: string, academyCode: string) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${themeId}/${academyCode}`}, 0))::text as locked`;

async function academyLabel(tx: Tx, code: string): Promise<string> {
  return (await tx.academy.findUnique({ where: { code } }))?.label ?? `académie ${code}`;
}

const RETAINED = ["RETAINED", "RETAINED_CONDITIONALLY"];

/** The academy's other application to the theme that is retained, or about to be (R23). */
async function otherTeam(
  tx: Tx,
  { id, themeId, academyCode }: Pick<Application, "id" | "themeId" | "academyCode">,
): Promise<rules.OtherTeam | null> {
  const where = { themeId, academyCode, id: { not: id }, standing: { in: RETAINED } };
  return tx.application.findFirst({ where, select: { referentId: true }, orderBy: { id: "asc" } });
}

export async function dropDecision(tx: Tx, command: Command, id: string): Promise<string> {
  await applications.change(tx, command, id, rules.dropDecision);
  return id;
}

export async function editLetter(tx: Tx, command: Command, id: string, letter: string): Promise<string> {
  await applications.change(tx, command, id, (application) => rules.editLetter(application, letter));
  return id;
}

/** Together or not at all: all that is prepared in the campaign, or the given ones. */
export async function publishDecisions(
  tx: Tx,
  command: Command,
  campaignId: string,
  {
    applicationIds,
    projectIdOf = () => newId(),
  }: { applicationIds?: readonly string[] | null; projectIdOf?: (application: Application) => string },
): Promise<string> {
  if (!(await tx.campaign.findUnique({ where: { id: campaignId } }))) refuse(notFound("Cette campagne", "campaignId"));
  const ids = applicationIds ? { in: [...applicationIds] } : undefined;
  const rows = await tx.application.findMany({ where: { campaignId, id: ids }, orderBy: { id: "asc" } });
  const prepared = rows.map(toApplication).filter(({ pending }) => pending !== null);
  if (prepared.length === 0) refuse(refusals.nothingPending());
  for (const { id } of prepared) await publish(tx, command, id, projectIdOf);
  return campaignId;
}

/** The decision, the project of a retained team and the letter are one transaction. */
async function publish(tx: Tx, { by, at }: Command, id: string, projectIdOf: (application: Application) => string) {
  const { theme, academyCode } = await placeOf(tx, id);
  await oneByOne(tx, theme.id, academyCode);
  const twin = await tx.project.findFirst({ where: { themeId: theme.id, academyCode, state: { not: "ABANDONED" } } });
  const application = await applications.change(tx, { by, at }, id, (state) => {
    const found = state.pending && !state.pending.secondTeamReason && twin && isRetained(state.pending.outcome);
    if (found) refuse(refusals.alreadyRetained(academyCode));
    return rules.publishDecision(state, { projectId: projectIdOf(state), at });
  });
  if (application.projectId) {
    const project = await projects.create(tx, { by, at }, openProject(application, theme));
    await expectScenario(tx, project);
  }
  await issue(tx, at, {
    id: ["decision", id, String(application.version)],
    kind: "APPLICATION_DECIDED",
    ...academySide(application),
    title: `Décision sur la candidature « ${application.title} »`,
    text: application.decision?.letter ?? "",
    path: pathOf(id),
    about: id,
  });
}

/** Openly: the reason stays in the trace, the team's project is abandoned, the academy is told (R20). */
export async function reverseDecision(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  let projectId: string | null = null;
  const application = await applications.change(tx, { ...command, reason }, id, (state) => {
    projectId = state.projectId;
    return rules.reverseDecision(state, reason, command.by.personId ?? null);
  });
  const then = { by: command.by, at: command.at, reason };
  if (projectId) await projects.change(tx, then, projectId, (project) => abandon(project, reason, command.at));
  await issue(tx, command.at, {
    id: ["reversal", id, String(application.version)],
    kind: "APPLICATION_DECIDED",
    ...academySide(application),
    title: `La décision sur la candidature « ${application.title} » est annulée`,
    text: reason,
    path: pathOf(id),
    about: id,
  });
  return id;
}
