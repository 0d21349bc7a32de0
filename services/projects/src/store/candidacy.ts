import type { Actor } from "@trame/kit/actor";
import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { refuse } from "@trame/kit/refusal";
import type { Scope } from "@trame/kit/rights";
import type { Tx } from "../database.ts";
import type { Application, ApplicationText, Signatory } from "../domain/application.ts";
import * as rules from "../domain/candidacy.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { applications, toApplication } from "./applications.ts";
import { correctionMade, signatureAsked } from "./dossier.ts";
import { callOf, placeOf } from "./place.ts";
import { settleConflicts } from "./reviews.ts";

export interface Draft {
  id?: string;
  themeId: string;
  academyCode: string;
  title?: string | null;
  /** The academy's application of an earlier campaign, whose text and team are taken up. */
  fromApplicationId?: string | null;
}

/** The référent drafts; he or she is the one proposed until somebody else is. */
export async function draftApplication(tx: Tx, command: Command, draft: Draft): Promise<string> {
  const { id = newId(), academyCode, themeId, fromApplicationId } = draft;
  const academy = await tx.academy.findUnique({ where: { code: academyCode } });
  if (!academy) refuse(refusals.unknownAcademy(academyCode));
  const academyCodes = await academyScope(tx, academyCode);
  policy.demand(command.by, "draftApplication", { themeId, academyCodes });
  const source = fromApplicationId ? await sourceOf(tx, fromApplicationId, academyCodes) : undefined;
  const title = draft.title ?? source?.title ?? "";
  const where = { ...(await callOf(tx, themeId)), academy };
  const referentId = command.by.personId ?? null;
  await applications.create(tx, command, rules.draftApplication(where, { id, title, referentId, source }, command.at));
  return id;
}

/** Of the academy, or of one that it came from. */
async function sourceOf(tx: Tx, id: string, academyCodes: readonly string[]): Promise<Application> {
  const row = await tx.application.findUnique({ where: { id } });
  if (!row || !academyCodes.includes(row.academyCode)) refuse(refusals.sourceNotReadable());
  return toApplication(row);
}

export async function reviseApplication(
  tx: Tx,
  command: Command,
  id: string,
  text: Partial<ApplicationText>,
): Promise<string> {
  const { theme, scope } = await placeOf(tx, id);
  await applications.change(tx, command, id, (application) => {
    policy.demand(command.by, "reviseApplication", scope);
    return rules.reviseApplication(application, theme, text);
  });
  return id;
}

/** As what the person may stand for the academy here. */
const rolesOf = (by: Actor, scope: Scope): Signatory[] =>
  (["PILOT", "DAN"] as const).filter((role) =>
    by.mandates.some(
      (mandate) =>
        mandate.role === role &&
        scope.academyCodes?.includes(mandate.academyCode ?? "") &&
        (role === "DAN" || mandate.themeId === scope.themeId),
    ),
  );

export async function signApplication(tx: Tx, command: Command, id: string): Promise<string> {
  const { scope } = await placeOf(tx, id);
  const by = { roles: rolesOf(command.by, scope), byId: command.by.personId ?? "", at: command.at };
  const signed = await applications.change(tx, command, id, (application) => {
    policy.demand(command.by, "signApplication", scope);
    return rules.signApplication(application, by);
  });
  await signatureAsked(tx, command, signed);
  return id;
}

export async function submitApplication(tx: Tx, command: Command, id: string): Promise<string> {
  const { scope, ...where } = await placeOf(tx, id);
  const by = { roles: rolesOf(command.by, scope), byId: command.by.personId ?? null, at: command.at };
  const submitted = await applications.change(tx, command, id, (application) => {
    policy.demand(command.by, "submitApplication", scope);
    return rules.submitApplication(application, where, by);
  });
  await settleConflicts(tx, command, { applicationId: id });
  await correctionMade(tx, command, submitted);
  return id;
}

export async function withdrawApplication(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  const { scope } = await placeOf(tx, id);
  await applications.change(tx, { ...command, reason }, id, (application) => {
    policy.demand(command.by, "withdrawApplication", scope);
    return rules.withdrawApplication(application, reason);
  });
  return id;
}
