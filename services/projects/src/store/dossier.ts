import type { Command } from "@trame/kit/aggregate";
import { systemCommand } from "@trame/kit/answer";
import { dayIn, frenchDay } from "@trame/kit/day";
import { schedule, unschedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import type { Application } from "../domain/application.ts";
import { daysLater } from "../domain/calendar.ts";
import * as rules from "../domain/candidacy.ts";
import { policy } from "../policy.ts";
import { applications } from "./applications.ts";
import { issue } from "./notices.ts";
import { placeOf } from "./place.ts";

/** The kind of the due row that reminds of a correction. */
export const CORRECTION_REMINDER = "correction-reminder";

const REMINDED_BEFORE = 2;

export const pathOf = (id: string) => `/espace/candidatures/${id}`;

/** Who stands for the academy: the référent, the pilot, the DAN. */
export const academySide = ({ themeId, academyCode, referentId, pilotId }: Application) => ({
  personIds: [referentId, pilotId].filter((id) => id !== null),
  audiences: [
    { role: "REFERENT", themeId, academyCode },
    { role: "PILOT", themeId, academyCode },
    { role: "DAN", academyCode },
  ],
});

/** Asks the academy for a correction, until a date; the usual delay is the campaign's. */
export async function returnApplication(
  tx: Tx,
  command: Command,
  id: string,
  { reason, dueAt }: { reason: string; dueAt?: Date | null },
): Promise<string> {
  const { campaign } = await placeOf(tx, id);
  const due = dueAt ?? daysLater(command.at, campaign.settings.correctionDays);
  const correction = { reason, dueAt: due, byId: command.by.personId ?? null, at: command.at };
  const application = await applications.change(tx, { ...command, reason }, id, (state) =>
    rules.returnApplication(state, correction),
  );
  const reminder = daysLater(due, -REMINDED_BEFORE);
  if (reminder > command.at) await schedule(tx, { kind: CORRECTION_REMINDER, key: id, dueAt: reminder });
  await issue(tx, command.at, {
    id: ["correction", id, String(application.version)],
    kind: "APPLICATION_RETURNED",
    ...academySide(application),
    title: `Candidature à corriger avant le ${frenchDay(dayIn(due))}`,
    text: `« ${application.title} » : ${reason}`,
    path: pathOf(id),
    dueAt: due,
    about: id,
  });
  return id;
}

/** Some days before the end, unless it was corrected meanwhile. */
export async function remindOfCorrection(tx: Tx, at: Date, id: string): Promise<void> {
  const application = await applications.change(tx, systemCommand("projects", at), id, () => []);
  const { correction, title } = application;
  if (application.state !== "RETURNED" || !correction) return;
  await issue(tx, at, {
    id: ["correction-reminder", id, String(application.version)],
    kind: "APPLICATION_RETURNED",
    ...academySide(application),
    title: `La correction est attendue avant le ${frenchDay(dayIn(correction.dueAt))}`,
    text: `« ${title} » : ${correction.reason}`,
    path: pathOf(id),
    dueAt: correction.dueAt,
    about: id,
  });
}

/** Nobody is reminded of what was corrected; the office learns that it came back. */
export async function correctionMade(tx: Tx, { at }: Command, { id, title, version }: Application): Promise<void> {
  await unschedule(tx, CORRECTION_REMINDER, id);
  await issue(tx, at, {
    id: ["submitted", id, String(version)],
    kind: "APPLICATION_SUBMITTED",
    audiences: [{ role: "PROGRAMME" }],
    title: "Candidature déposée",
    text: `« ${title} »`,
    path: pathOf(id),
    about: id,
  });
}

/** Whoever has still to sign is told that the others have. */
export async function signatureAsked(tx: Tx, { at }: Command, application: Application): Promise<void> {
  const { id, themeId, academyCode, title, version } = application;
  const roles = rules.unsigned(application);
  if (roles.length === 0) return;
  await issue(tx, at, {
    id: ["signature", id, String(version)],
    kind: "TASK",
    audiences: roles.map((role) => (role === "DAN" ? { role, academyCode } : { role, themeId, academyCode })),
    title: "Une candidature attend votre signature",
    text: `« ${title} »`,
    path: pathOf(id),
    about: id,
  });
}

export async function admitApplication(tx: Tx, command: Command, id: string): Promise<string> {
  await applications.change(tx, command, id, rules.admitApplication);
  return id;
}

export async function declareInadmissible(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  const refused = { reason, byId: command.by.personId ?? null, at: command.at };
  const application = await applications.change(tx, { ...command, reason }, id, (state) =>
    rules.declareInadmissible(state, refused),
  );
  await unschedule(tx, CORRECTION_REMINDER, id);
  await issue(tx, command.at, {
    id: ["inadmissible", id, String(application.version)],
    kind: "APPLICATION_DECIDED",
    ...academySide(application),
    title: "Candidature irrecevable",
    text: `« ${application.title} » : ${reason}`,
    path: pathOf(id),
    about: id,
  });
  return id;
}

/** To another référent, who is told; his or her mandate is given in people. */
export async function handOver(
  tx: Tx,
  command: Command,
  id: string,
  { referentId, reason }: { referentId: string; reason: string | null },
): Promise<string> {
  const { scope } = await placeOf(tx, id);
  const application = await applications.change(tx, { ...command, reason: reason ?? undefined }, id, (state) => {
    policy.demand(command.by, "handOverApplication", scope);
    return rules.handOver(state, referentId);
  });
  await issue(tx, command.at, {
    id: ["hand-over", id, String(application.version)],
    kind: "TASK",
    personIds: [referentId],
    title: "Une candidature vous est confiée",
    text: `« ${application.title} »`,
    path: pathOf(id),
    about: id,
  });
  return id;
}
