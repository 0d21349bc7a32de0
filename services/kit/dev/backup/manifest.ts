import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { DevFailure } from "../failure.ts";

export const FORMAT = 1;

export interface TableCopy {
  schema: string;
  table: string;
  columns: string[];
  rows: number;
  /** Relative to the backup's folder; COPY's text format, compressed. */
  file: string;
  sha256: string;
}

export interface DatabaseCopy {
  /** Names of Prisma's migrations that were applied; none for the database of the log. */
  migrations: string[];
  /** Versions of the kit's own schemas. */
  versions: { kit?: number; log?: number };
  tables: TableCopy[];
  sequences: { schema: string; sequence: string; last: string }[];
}

export interface Manifest {
  format: typeof FORMAT;
  /** By the real clock. */
  takenAt: string;
  postgresql: string;
  databases: Record<string, DatabaseCopy>;
  /** What an embedded Trame keeps beside its databases: the demonstration's clock and stages. */
  beside: Record<string, string>;
}

export const MANIFEST = "manifest.json";

/** Reads a backup and checks every file of it, before anything is touched. */
export async function readBackup(folder: string): Promise<Manifest> {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw new DevFailure(`${folder} n'est pas une sauvegarde complète : ${MANIFEST} manque.`);
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  if (manifest.format !== FORMAT) throw new DevFailure(`Le format de sauvegarde ${manifest.format} n'est pas connu.`);
  for (const { tables } of Object.values(manifest.databases)) {
    for (const table of tables) await demandIntact(join(folder, table.file), table.sha256);
  }
  return manifest;
}

async function demandIntact(file: string, sha256: string): Promise<void> {
  if (!statSync(file, { throwIfNoEntry: false }))
    throw new DevFailure(`La sauvegarde est incomplète : ${file} manque.`);
  if ((await sumOf(file)) !== sha256) throw new DevFailure(`La sauvegarde est abîmée : ${file} a changé.`);
}

export async function sumOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
