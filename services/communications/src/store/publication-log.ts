import type { Db, Tx } from "../database.ts";
import type { Publication, PublicationFact } from "../domain/publication.ts";
import { publicationJson } from "../events.ts";

export interface LogEntry {
  type: PublicationFact["type"];
  publication: Publication;
}

const CURSOR_WORDS: Record<PublicationFact["type"], string> = {
  PublicationPublished: "published",
  PublicationUpdated: "updated",
  PublicationWithdrawn: "withdrawn",
};

/**
 * Sequences become visible out of commit order: a reader that went on from the greatest position seen would miss what
 * commits later with a smaller one. Positions are therefore counted in one row, whose lock is held until the commit, so
 * that the order of positions is the order of commits. Last in its transaction, to be held shortly.
 */
export async function appendToLog(tx: Tx, told: readonly LogEntry[], origin: string): Promise<void> {
  const entries = told.filter((entry, n) => !told.slice(n + 1).some((later) => takesBack(later, entry)));
  if (entries.length === 0) return;
  const start = (await lockHead(tx)) ?? (await makeHead(tx)) ?? 0n;
  await forgetWithdrawn(tx, entries);
  const rows = entries.map(({ type, publication }, index) => ({
    position: String(start + BigInt(index + 1)),
    publicationId: publication.id,
    type: CURSOR_WORDS[type],
    publication: publicationJson(publication, origin),
  }));
  await tx.$executeRaw`
    insert into publication_log (position, "publicationId", type, publication)
    select position, "publicationId", type, publication
      from jsonb_populate_recordset(null::publication_log, ${JSON.stringify(rows)}::text::jsonb)`;
  await tx.publicationLogHead.update({ where: { id: 1 }, data: { position: start + BigInt(entries.length) } });
}

async function lockHead(tx: Tx): Promise<bigint | undefined> {
  const [head] = await tx.$queryRaw<{ position: bigint }[]>`
    select position from publication_log_head where id = 1 for update`;
  return head?.position;
}

async function makeHead(tx: Tx): Promise<bigint | undefined> {
  await tx.publicationLogHead.createMany({ data: [{ id: 1, position: 0n }], skipDuplicates: true });
  return lockHead(tx);
}

const takesBack = (later: LogEntry, { publication }: LogEntry): boolean =>
  later.type === "PublicationWithdrawn" && later.publication.id === publication.id;

/** What was taken back is no longer handed to newcomers; the withdrawal itself stays for those who have it. */
async function forgetWithdrawn(tx: Tx, entries: readonly LogEntry[]): Promise<void> {
  const gone = entries.filter(({ type }) => type === "PublicationWithdrawn").map(({ publication }) => publication.id);
  if (gone.length > 0) await tx.publicationLogEntry.deleteMany({ where: { publicationId: { in: gone } } });
}

/** A page of the log after a position, in commit order. */
export async function readLog(db: Db, after: bigint, limit: number) {
  const rows = await db.publicationLogEntry.findMany({
    where: { position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
  });
  return {
    items: rows.map(({ type, publication }) => ({ type, publication })),
    next: String(rows.at(-1)?.position ?? after),
  };
}
