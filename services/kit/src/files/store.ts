import { createHash } from "node:crypto";
import { newId } from "../id.ts";
import { notFound, refuse } from "../refusal.ts";
import type { Database, Sql } from "../sql.ts";
import { fileRefusals } from "./check.ts";

/** A file that was deposited; its bytes are read apart. */
export interface StoredFile {
  id: string;
  name: string;
  /** Media type, by its content. */
  type: string;
  size: number;
  /** Who deposited it; null for the system. */
  byId: string | null;
  /** What refers to it, such as `scenario/<id>`; null while nothing does. */
  holder: string | null;
}

export type NewFile = Pick<StoredFile, "name" | "type" | "byId"> & { bytes: Uint8Array; at: Date };

const PART = 1024 * 1024;

/** Of what one person deposited and nothing refers to. */
const FREE_BYTES = 200 * 1024 * 1024;

/** Kept whole or not at all. Nothing refers to it yet: `holdFile` has to follow within a day. */
export async function storeFile<Tx extends Sql>(db: Database<Tx>, { bytes, ...file }: NewFile): Promise<StoredFile> {
  const id = newId();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await db.$transaction(async (tx) => {
    await demandRoom(tx, file.byId, bytes.length);
    await tx.$executeRawUnsafe(
      `insert into kit.file (id, name, type, size, sha256, by_id, at)
       values ($1::text, $2::text, $3::text, $4::text::integer, $5::text, $6::text, $7::text::timestamptz)`,
      ...[id, file.name, file.type, String(bytes.length), sha256, file.byId, file.at.toISOString()],
    );
    for (let nth = 0; nth * PART < bytes.length; nth++) {
      await tx.$executeRawUnsafe(
        "insert into kit.file_part (file_id, nth, bytes) values ($1::text, $2::text::integer, decode($3::text, 'base64'))",
        ...[id, String(nth), Buffer.from(bytes.subarray(nth * PART, (nth + 1) * PART)).toString("base64")],
      );
    }
  });
  return { id, name: file.name, type: file.type, size: bytes.length, byId: file.byId, holder: null };
}

/** Two uploads of one person wait for each other here. */
async function demandRoom(tx: Sql, byId: string | null, size: number): Promise<void> {
  if (!byId) return;
  await tx.$queryRawUnsafe("select pg_advisory_xact_lock(hashtextextended($1::text, 0))::text", `file/${byId}`);
  const [row] = await tx.$queryRawUnsafe<{ size: number }[]>(
    "select coalesce(sum(size), 0)::integer as size from kit.file where holder is null and by_id = $1::text",
    byId,
  );
  if ((row?.size ?? 0) + size > FREE_BYTES) refuse(fileRefusals.tooMany());
}

const COLUMNS = `id, name, type, size, by_id as "byId", holder`;

export async function filesById(db: Sql, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  return db.$queryRawUnsafe<StoredFile[]>(
    `select ${COLUMNS} from kit.file where id in (select jsonb_array_elements_text($1::text::jsonb))`,
    JSON.stringify(ids),
  );
}

/** Its bytes, a part at a time: a large file takes no more memory than a small one. */
export async function* readFileParts(db: Sql, id: string): AsyncGenerator<Buffer> {
  for (let nth = 0; ; nth++) {
    const [row] = await db.$queryRawUnsafe<{ bytes: Uint8Array }[]>(
      "select bytes from kit.file_part where file_id = $1::text and nth = $2::text::integer",
      id,
      String(nth),
    );
    if (!row) return;
    yield Buffer.from(row.bytes);
  }
}

/** Who deposited a file may attach it, once; and the holder may hold it anew. */
export async function holdFile(
  tx: Sql,
  { id, holder, byId, field = "fileId" }: { id: string; holder: string; byId?: string; field?: string },
): Promise<StoredFile> {
  const [file] = await tx.$queryRawUnsafe<StoredFile[]>(
    `select ${COLUMNS} from kit.file where id = $1::text for update`,
    id,
  );
  const free = file?.holder === null && (byId === undefined || file.byId === byId);
  if (!file || !(free || file.holder === holder)) refuse(notFound("Ce fichier", field));
  await tx.$executeRawUnsafe(
    "update kit.file set holder = $2::text, free_since = null where id = $1::text",
    id,
    holder,
  );
  return { ...file, holder };
}

/** What a holder keeps; its other files are free, and go after a day unless they are held again. */
export async function keepOnly(tx: Sql, holder: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `update kit.file set holder = null, free_since = clock_timestamp()
      where holder = $1::text and id not in (select jsonb_array_elements_text($2::text::jsonb))`,
    holder,
    JSON.stringify(ids),
  );
}

/** Removes what nothing has referred to for a day; returns how many went. By the real clock: it tidies up, it decides nothing. */
export const sweepFiles = (db: Sql, hours = 24): Promise<number> =>
  db.$executeRawUnsafe(
    "delete from kit.file where holder is null and free_since < clock_timestamp() - make_interval(hours => $1::text::integer)",
    String(hours),
  );
