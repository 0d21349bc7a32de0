import type { Command } from "@trame/kit/aggregate";
import { addDays, dayIn, midnight } from "@trame/kit/day";
import { newId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { schedule } from "@trame/kit/scheduler";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { announceErasure } from "../domain/erasure.ts";
import { checkTerms, keptSince, type Terms } from "../domain/retention.ts";
import { policy } from "../policy.ts";
import { confirmErasure, erasures, hashOf, newToken } from "./erasures.ts";
import { settingsOf } from "./settings.ts";

/** The kinds of the due rows that look for who is kept too long, and that purge who was told so. */
export const RETENTION_SWEEP = "retention-sweep";
export const RETENTION_PURGE = "retention-purge";

const MOST_AT_ONCE = 200;

export async function setTerms(tx: Tx, command: Command, terms: Terms): Promise<string> {
  policy.demand(command.by, "setTerms");
  checkTerms(terms);
  const { version } = await settingsOf(tx);
  const data = { ...terms, version: version + 1 };
  await tx.settings.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data });
  return "1";
}

/** The first sweep of a new database; every sweep sets the next. */
export const beginSweeps = (tx: Tx, at: Date): Promise<void> =>
  schedule(tx, { kind: RETENTION_SWEEP, key: "weekly", dueAt: midnight(addDays(dayIn(at), 7)) });

/** Every week: whoever has held nothing for the whole term is told that everything will be forgotten, and when. */
export async function sweep(tx: Tx, command: Command): Promise<void> {
  const { retentionYears, retentionNoticeDays } = await settingsOf(tx);
  const today = dayIn(command.at);
  for (const personId of await keptTooLong(tx, keptSince(today, retentionYears))) {
    const erasure = { id: newId(), personId, receipt: hashOf(newToken()) };
    const announced = await erasures.create(
      tx,
      command,
      announceErasure(erasure, today, retentionNoticeDays, command.at),
    );
    const dueAt = midnight(announced.dueOn ?? today);
    await schedule(tx, { kind: RETENTION_PURGE, key: erasure.id, dueAt });
    await appendEvents(tx, [
      notice(topics.people, command.at, {
        id: erasure.id,
        kind: "DATA_RETENTION",
        personIds: [personId],
        title: "Vos données vont être effacées",
        text: "Vos mandats sont finis depuis longtemps. Sans opposition de votre part, tout ce qui vous concerne sera effacé.",
        path: "/espace/mes-donnees",
        dueAt,
        about: erasure.id,
      }),
    ]);
  }
  await beginSweeps(tx, command.at);
}

/** Whoever objected, or holds something again, stays. */
export async function purge(tx: Tx, command: Command, id: string): Promise<void> {
  const row = await tx.erasure.findUnique({ where: { id } });
  if (row?.state !== "ANNOUNCED") return;
  const back = await tx.mandate.findFirst({
    where: { personId: row.personId, state: { in: ["INVITED", "PLANNED", "STARTED"] } },
    select: { id: true },
  });
  if (back) await erasures.change(tx, command, id, () => [{ type: "ErasureWithdrawn" }]);
  else await confirmErasure(tx, command, id);
}

/** Persons whose last mandate, or record, is that old, who hold nothing and were not told yet; an objection lasts a term. */
async function keptTooLong(tx: Tx, since: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.id::text as id from person p
     where p."erasedAt" is null
       and coalesce((select max(coalesce(m."endsOn", '9999-12-31')) from mandate m
                      where m."personId" = p.id and m.state <> 'DECLINED'), p."recordedOn", '9999-12-31') <= ${since}
       and not exists (select from erasure e where e."personId" = p.id
                         and (e.state <> 'WITHDRAWN' or to_char(e."askedAt", 'YYYY-MM-DD') > ${since}))
     order by p.id limit ${MOST_AT_ONCE}`;
  return rows.map(({ id }) => id);
}
