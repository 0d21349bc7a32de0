import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import * as rules from "../domain/application.ts";
import { openProject } from "../domain/project.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { applications } from "./applications.ts";
import { projects } from "./projects.ts";
import { toTheme } from "./themes.ts";

export interface Draft {
  id?: string;
  themeId: string;
  academyCode: string;
  title: string;
}

/** The référent drafts; he or she is the one proposed until somebody else is. */
export async function draftApplication(tx: Tx, command: Command, { id = newId(), ...draft }: Draft): Promise<string> {
  const { academyCode, themeId, title } = draft;
  const academy = await tx.academy.findUnique({ where: { code: academyCode } });
  if (!academy) refuse(refusals.unknownAcademy(academyCode));
  policy.demand(command.by, "draftApplication", { themeId, academyCodes: await academyScope(tx, academyCode) });
  const where = { ...(await call(tx, themeId)), academy };
  const referentId = command.by.personId ?? null;
  await applications.create(tx, command, rules.draftApplication(where, { id, title, referentId }, command.at));
  return id;
}

export async function reviseApplication(
  tx: Tx,
  command: Command,
  id: string,
  text: Partial<rules.ApplicationText>,
): Promise<string> {
  const { theme, scope } = await place(tx, id);
  await applications.change(tx, command, id, (application) => {
    policy.demand(command.by, "reviseApplication", scope);
    return rules.reviseApplication(application, theme, text);
  });
  return id;
}

export async function submitApplication(tx: Tx, command: Command, id: string): Promise<string> {
  const { scope, ...where } = await place(tx, id);
  await applications.change(tx, command, id, (application) => {
    policy.demand(command.by, "submitApplication", scope);
    return rules.submitApplication(application, where, { byId: command.by.personId ?? null, at: command.at });
  });
  return id;
}

export async function withdrawApplication(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  const { scope } = await place(tx, id);
  await applications.change(tx, { ...command, reason }, id, (application) => {
    policy.demand(command.by, "withdrawApplication", scope);
    return rules.withdrawApplication(application, reason);
  });
  return id;
}

/** The decision, and the project of a retained team, are one transaction. */
export async function decideApplication(
  tx: Tx,
  command: Command,
  id: string,
  decision: { outcome: rules.Outcome; reason: string; projectId?: string },
): Promise<string> {
  const { theme, academyCode } = await place(tx, id);
  const { outcome, reason, projectId = newId() } = decision;
  // Two decisions for one academy and theme wait for each other here.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${theme.id}/${academyCode}`}, 0))::text as locked`;
  const twin = await tx.project.findFirst({ where: { themeId: theme.id, academyCode, state: { not: "ABANDONED" } } });
  const academy = await tx.academy.findUnique({ where: { code: academyCode } });
  const other = { retained: twin !== null, academyLabel: academy?.label ?? `académie ${academyCode}` };
  const by = { byId: command.by.personId ?? null, at: command.at };
  const decided = await applications.change(tx, { ...command, reason }, id, (application) =>
    rules.decideApplication(application, { outcome, reason, projectId, ...by }, other),
  );
  if (decided.projectId) await projects.create(tx, { by: command.by, at: command.at }, openProject(decided, theme));
  return id;
}

async function call(tx: Tx, themeId: string) {
  const row = await tx.theme.findUnique({ where: { id: themeId } });
  const campaign = row && (await tx.campaign.findUnique({ where: { id: row.campaignId } }));
  if (!row || !campaign) refuse(notFound("Ce thème", "themeId"));
  return { theme: toTheme(row), campaign };
}

async function place(tx: Tx, id: string) {
  const row = await tx.application.findUnique({ where: { id } });
  if (!row) refuse(notFound("Cette candidature", "applicationId"));
  const { academyCode, themeId } = row;
  return {
    ...(await call(tx, themeId)),
    academyCode,
    scope: { themeId, academyCodes: await academyScope(tx, academyCode) },
  };
}
