import { randomBytes } from "node:crypto";
import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId } from "@trame/kit/id";
import { forbidden, notFound, refuse, required } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import { type CalendarScope, isSeated } from "../domain/calendar.ts";
import { refusals } from "../errors.ts";
import type { CalendarAddress as Row } from "../gen/prisma/client.ts";
import { seatsOf } from "./projections.ts";

export interface CalendarAddress extends Row {
  scope: CalendarScope;
}

type Reading = Pick<Db | Tx, "calendarAddress" | "nationalGroup" | "academicGroup">;

const toAddress = (row: Row): CalendarAddress => ({ ...row, scope: row.scope as CalendarScope });

/** Not to be guessed: 192 bits. */
const newToken = () => randomBytes(24).toString("base64url");

export const addressesOf = async (db: Reading, personId: string): Promise<CalendarAddress[]> =>
  (await db.calendarAddress.findMany({ where: { personId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })).map(
    toAddress,
  );

export async function addressById(db: Reading, id: string): Promise<CalendarAddress | null> {
  const row = await db.calendarAddress.findUnique({ where: { id } });
  return row && toAddress(row);
}

/** The address that the token opens, as long as its person still has a seat in the group. */
export async function addressByToken(db: Reading, token: string): Promise<CalendarAddress | null> {
  const row = await db.calendarAddress.findUnique({ where: { token } });
  return row && (await isOpenTo(db, toAddress(row))) ? toAddress(row) : null;
}

interface Wanted {
  personId: string;
  scope: CalendarScope;
  scopeId: string;
}

async function isOpenTo(db: Reading, { personId, scope, scopeId }: Wanted): Promise<boolean> {
  if (scope === "MINE") return true;
  const group =
    scope === "THEME"
      ? await db.nationalGroup.findUnique({ where: { themeId: scopeId } })
      : await db.academicGroup.findUnique({ where: { projectId: scopeId } });
  return isSeated(seatsOf(group), personId);
}

const FIELDS = { MINE: "scope", THEME: "themeId", PROJECT: "projectId" } as const;

/** Opening twice, even at the same moment, gives one address. */
export async function openAddress(
  tx: Tx,
  command: Command,
  { scope, scopeId }: Omit<Wanted, "personId">,
): Promise<string> {
  const personId = personOf(command);
  if (scope !== "MINE" && scopeId === "") refuse(required(FIELDS[scope], "Le groupe dont on veut l'agenda"));
  if (!(await isOpenTo(tx, { personId, scope, scopeId }))) refuse(refusals.notInGroup());
  const key = { personId, scope, scopeId };
  const created = await tx.calendarAddress.createMany({
    data: [{ id: newId(), ...key, token: newToken(), createdAt: command.at }],
    skipDuplicates: true,
  });
  const { id } = await tx.calendarAddress.findUniqueOrThrow({ where: { personId_scope_scopeId: key } });
  if (created.count > 0) await trace(tx, command, "openCalendarAddress", id);
  return id;
}

export async function renewAddress(tx: Tx, command: Command, id: string): Promise<string> {
  await demandOwn(tx, command, id);
  await tx.calendarAddress.update({ where: { id }, data: { token: newToken(), createdAt: command.at } });
  await trace(tx, command, "renewCalendarAddress", id);
  return id;
}

export async function revokeAddress(tx: Tx, command: Command, id: string): Promise<string> {
  await demandOwn(tx, command, id);
  await tx.calendarAddress.delete({ where: { id } });
  await trace(tx, command, "revokeCalendarAddress", id);
  return id;
}

/** Another's address does not exist, whoever asks. */
async function demandOwn(tx: Tx, command: Command, id: string): Promise<void> {
  const personId = personOf(command);
  const found = await tx.calendarAddress.findUnique({ where: { id } });
  if (found?.personId !== personId) refuse(notFound("Cette adresse d'agenda"));
}

function personOf({ by }: Command): string {
  if (!by.personId) refuse(forbidden("FORBIDDEN", "Connectez-vous : un agenda est celui d'une personne."));
  return by.personId ?? "";
}

/** The trail never holds the token. */
const trace = (tx: Tx, { at, by }: Command, action: string, id: string) =>
  audit(tx, { at, actor: by, action, subject: `CalendarAddress:${id}` });
