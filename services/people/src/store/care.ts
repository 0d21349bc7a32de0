import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";
import type { Erasure } from "../domain/erasure.ts";
import { toErasure } from "./erasures.ts";

const ORDER: SortKey[] = [
  { column: "askedAt", direction: "desc", parse: (text) => new Date(text) },
  { column: "id", direction: "desc" },
];

const OPEN = ["ASKED", "ANNOUNCED", "RUNNING"];

/** For who looks after the data: until each is complete. */
export async function listErasures(db: Db, open: boolean, page: Page) {
  const where = open ? { state: { in: OPEN } } : {};
  const rows = await db.erasure.findMany({
    where: { AND: [where, afterCursor(ORDER, page.after)] },
    orderBy: orderBy(ORDER),
    take: page.size + 1,
  });
  return toConnection<Erasure>(rows.map(toErasure), page, {
    keys: ({ askedAt, id }) => [askedAt.toISOString(), id],
    totalCount: () => db.erasure.count({ where }),
  });
}

const MOST = 200;

/** Without an answer; of these academies, or of all. */
export async function openCorrections(db: Db, academyCodes: string[] | null) {
  const persons = academyCodes
    ? await db.person.findMany({ where: { academyCode: { in: academyCodes } }, select: { id: true } })
    : null;
  return db.correction.findMany({
    where: { answeredAt: null, ...(persons && { personId: { in: persons.map(({ id }) => id) } }) },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
}

/** The person's own wish, or the purge that was announced, as long as it is not over. */
export async function erasureOf(db: Db, personId: string): Promise<Erasure | null> {
  const row = await db.erasure.findFirst({ where: { personId, state: { in: OPEN } }, orderBy: { askedAt: "desc" } });
  return row && toErasure(row);
}

export const correctionsOf = (db: Db, personId: string) =>
  db.correction.findMany({ where: { personId }, orderBy: [{ askedAt: "desc" }, { id: "asc" }], take: MOST });

/** Invitations to a group of the theme: the academy's, or of the national roles. */
export const pendingInvitations = (
  db: Db,
  themeId: string,
  academyCodes: readonly string[] | null,
  roles: readonly string[],
) =>
  db.mandate.findMany({
    where: {
      themeId,
      role: { in: [...roles] },
      state: "INVITED",
      ...(academyCodes && { academyCode: { in: [...academyCodes] } }),
    },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
  });
