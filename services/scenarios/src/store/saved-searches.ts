import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId, stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notFound, refuse } from "@trame/kit/refusal";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Db, Tx } from "../database.ts";
import * as rules from "../domain/saved-search.ts";
import type { Prisma, SavedSearch as Row } from "../gen/prisma/client.ts";
import { newlyFound } from "./found.ts";
import type { ScenarioQuery } from "./search.ts";
import { me } from "./writing.ts";

type Wanted = Pick<rules.SavedSearch, "name" | "search" | "criteria" | "alert">;

const toSaved = (row: Row): rules.SavedSearch => ({
  ...row,
  criteria: row.criteria as rules.Criteria,
  alert: row.alert as rules.SearchAlert,
});

/** Whoever is signed in keeps searches of his or her own. */
export async function saveSearch(tx: Tx, command: Command, wanted: Wanted): Promise<string> {
  const personId = me(command);
  // Two at once count one after the other.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`saved-search:${personId}`}, 0))::text as held`;
  const kept = await tx.savedSearch.count({ where: { personId } });
  const saved = rules.saveSearch({ ...wanted, id: newId(), personId }, { kept, at: command.at });
  await tx.savedSearch.create({ data: { ...saved, criteria: saved.criteria as Prisma.InputJsonObject } });
  await trace(tx, command, "saveSearch", saved.id);
  return saved.id;
}

export async function changeSearch(
  tx: Tx,
  command: Command,
  { id, ...changes }: { id: string; name?: string; alert?: rules.SearchAlert },
): Promise<string> {
  const { name, alert, lookedAt, nextAt } = rules.changeSearch(await mine(tx, command, id), changes, command.at);
  await tx.savedSearch.update({ where: { id }, data: { name, alert, lookedAt, nextAt } });
  await trace(tx, command, "changeSavedSearch", id);
  return id;
}

export async function deleteSearch(tx: Tx, command: Command, id: string): Promise<string> {
  await mine(tx, command, id);
  await tx.savedSearch.delete({ where: { id } });
  await trace(tx, command, "deleteSavedSearch", id);
  return id;
}

/** Another person's is as if it were not there. */
async function mine(tx: Tx, command: Command, id: string): Promise<rules.SavedSearch> {
  const personId = me(command);
  const [row] = await tx.$queryRaw<Row[]>`select * from saved_search where id = ${id} for update`;
  if (row?.personId !== personId) refuse(notFound("Cette recherche", "savedSearchId"));
  return toSaved(row);
}

/** What was looked for stays out of the trail. */
const trace = (tx: Tx, { at, by }: Command, action: string, id: string) =>
  audit(tx, { at, actor: by, action, subject: `SavedSearch:${id}` });

export async function savedSearch(db: Db, id: string): Promise<rules.SavedSearch | null> {
  const row = await db.savedSearch.findUnique({ where: { id } });
  return row && toSaved(row);
}

export async function savedSearches(db: Db, personId: string): Promise<rules.SavedSearch[]> {
  const rows = await db.savedSearch.findMany({ where: { personId }, orderBy: [{ savedAt: "desc" }, { id: "asc" }] });
  return rows.map(toSaved);
}

/** How long a replica has for one look before another may take it. */
const LEASE_MS = 10 * 60 * 1000;

/** The search that has waited longest, for this replica alone; null when none is due. */
export async function claimSearch(db: Db, at: Date): Promise<rules.SavedSearch | null> {
  const lease = new Date(at.getTime() + LEASE_MS);
  const [row] = await db.$queryRaw<Row[]>`
    update saved_search set "nextAt" = ${lease}
     where id = (select id from saved_search where "nextAt" <= ${at} order by "nextAt" limit 1 for update skip locked)
    returning *`;
  return row ? toSaved(row) : null;
}

/** Tells the person what is new since the last look; nothing when the search was changed or deleted meanwhile. */
export async function look(tx: Tx, saved: rules.SavedSearch, query: ScenarioQuery, at: Date): Promise<number> {
  const { from, to, nextAt } = rules.lookAt(saved, at);
  const { count: held } = await tx.savedSearch.updateMany({
    where: { id: saved.id, nextAt: saved.nextAt },
    data: { lookedAt: to, nextAt },
  });
  if (held === 0) return 0;
  const found = await newlyFound(tx, query, { from, to }, rules.NAMED);
  const news = rules.newsOf(saved.name, found);
  if (news) await appendEvents(tx, [notice(topics.scenarios, at, told(saved, news, to))]);
  return found.count;
}

const told = (saved: rules.SavedSearch, news: { title: string; text: string }, to: Date) => ({
  ...news,
  id: stableId("saved-search", saved.id, to.toISOString()),
  kind: "SAVED_SEARCH",
  personIds: [saved.personId],
  path: rules.pathOf(saved, "LATEST"),
  about: saved.id,
});
