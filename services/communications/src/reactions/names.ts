import type { Command } from "@trame/kit/aggregate";
import type { IncomingEvent } from "@trame/kit/envelope";
import type { Academy, Mandate } from "@trame/proto-schemas/people/v1/events_pb";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import type { Discipline, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Tx } from "../database.ts";
import { namesChange } from "../store/names.ts";
import { nameSeries } from "../store/newsletters.ts";
import * as projections from "../store/projections.ts";
import { completePublications } from "../store/publications.ts";

/** As whom a reaction acts, and where the public addresses begin. */
export interface Acting {
  command: Command;
  origin: string;
}

/** Topics have no common order: a title may come after the publication that shows it, which is then completed. */
export async function themeTold(tx: Tx, { command, origin }: Acting, theme: Theme | undefined, version: number) {
  if (!theme) return;
  await namesChange(tx);
  if (await projections.keepTheme(tx, theme, version)) {
    await completePublications(tx, command, { themeId: theme.id }, origin);
  }
}

export async function projectTold(tx: Tx, project: Project | undefined, version: number): Promise<void> {
  if (project) await projections.keepProject(tx, project, version);
}

export async function mandateTold(
  tx: Tx,
  { message, version }: { message: { mandate?: Mandate }; version: number },
): Promise<void> {
  if (message.mandate) await projections.keepMandate(tx, message.mandate, version);
}

/** Each discipline has its series (R72). */
export async function disciplineRecorded(
  tx: Tx,
  { command, origin }: Acting,
  discipline: Discipline | undefined,
  version: number,
): Promise<void> {
  if (!discipline) return;
  await namesChange(tx);
  if (!(await projections.keepDiscipline(tx, discipline, version))) return;
  await nameSeries(tx, discipline.code, discipline.label);
  await completePublications(tx, command, { disciplineCodes: { has: discipline.code } }, origin);
}

export async function academyRecorded(
  tx: Tx,
  { command, origin }: Acting,
  academy: Academy | undefined,
  version: number,
): Promise<void> {
  if (!academy) return;
  await namesChange(tx);
  if (await projections.keepAcademy(tx, academy, version)) {
    await completePublications(tx, command, { academyCodes: { has: academy.code } }, origin);
  }
}

export async function personNamed(
  tx: Tx,
  { command, origin }: Acting,
  { key, message, tombstone, version }: IncomingEvent<PersonState>,
): Promise<void> {
  await namesChange(tx);
  if (tombstone) return projections.forgetPerson(tx, key, command.at);
  if (await projections.keepPerson(tx, message, version)) {
    await completePublications(tx, command, { authorIds: { has: key } }, origin);
  }
}

/** What is read in the place of an author who no longer wants to be one. */
const NOBODY = "auteur·rice effacé·e";

/** The name is forgotten; what was published under it is told again without it, unless the author keeps the authorship. */
export async function personErased(
  tx: Tx,
  { command, origin }: Acting,
  { key, message, version }: IncomingEvent<PersonState>,
): Promise<void> {
  await namesChange(tx);
  if (!message.keepsAuthorship) {
    await projections.keepPerson(tx, { ...message, displayName: NOBODY }, version);
    await completePublications(tx, command, { authorIds: { has: key } }, origin);
  }
  await projections.forgetPerson(tx, key, command.at);
}
