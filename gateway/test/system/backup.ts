import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Manifest } from "../../../services/kit/dev/backup/manifest.ts";
import { root } from "../../../services/kit/dev/programs.ts";
import type { Trame } from "../../../services/kit/dev/supervisor.ts";

/** Backs up a Trame that runs, restores it into an empty place, and compares. Returns the new data folder. */
export async function restoredCopyOf({ dataDir }: Trame): Promise<{ dataDir: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "trame-backup-"));
  const place = join(folder, "place");
  const run = (command: "backup" | "restore", where: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, [join(root, `services/kit/dev/bin/${command}.mjs`), ...args], {
      env: { ...process.env, TRAME_DATA: where },
    });
  await run("backup", dataDir, "--to", join(folder, "first"));
  await run("restore", place, "--from", join(folder, "first"));
  await expect(run("restore", place, "--from", join(folder, "first"))).rejects.toMatchObject({
    stderr: expect.stringContaining("n'est pas vide"),
  });
  await run("backup", place, "--to", join(folder, "second"));
  expect(contentsOf(join(folder, "second"))).toEqual(contentsOf(join(folder, "first")));
  for (const file of ["clock", "demo.json"]) expect(existsSync(join(place, file))).toBe(true);
  return { dataDir: place, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every table with its sum, which is one over all of its rows, in their order. */
function contentsOf(folder: string) {
  const { databases } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  return Object.entries(databases).map(([name, { migrations, versions, tables, sequences }]) => ({
    name,
    migrations,
    versions,
    sequences,
    tables: tables.map(({ schema, table, rows, sha256 }) => ({ table: `${schema}.${table}`, rows, sha256 })),
  }));
}
