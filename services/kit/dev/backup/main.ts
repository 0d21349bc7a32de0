import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { inData, writeJson, writeWhole } from "../data-folder.ts";
import { DevFailure, reasonOf } from "../failure.ts";
import { readBackup } from "./manifest.ts";
import { atPlace, prismaOf } from "./place.ts";
import { restore } from "./restore.ts";
import { BESIDE, save } from "./save.ts";

/** `npm run backup -- --to <folder>` */
export const backup = (dataDir: string, args: string[]): Promise<void> =>
  speaking(async () => {
    const folder = folderFrom(args, "--to", "npm run backup -- --to <dossier>");
    await atPlace(placeFrom(dataDir), { toWrite: false }, async ({ urls, dataDir: home }) => {
      const { databases, takenAt } = await save(urls, folder, home);
      const tables = Object.values(databases).flatMap((database) => database.tables);
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      const count = (many: number) => many.toLocaleString("fr-FR");
      console.log(
        `Sauvegarde du ${takenAt} dans ${folder} : ${Object.keys(databases).length} bases, ${count(tables.length)} tables, ${count(rows)} lignes.`,
      );
    });
  });

/** `npm run restore -- --from <folder> [--replace]` */
export const restoreFrom = (dataDir: string, args: string[]): Promise<void> =>
  speaking(async () => {
    const folder = folderFrom(args, "--from", "npm run restore -- --from <dossier> [--replace]");
    const manifest = await readBackup(folder);
    const replace = args.includes("--replace");
    const logIsAnew = process.env.EVENT_LOG === "kafka";
    await atPlace(placeFrom(dataDir), { toWrite: true }, async ({ urls, dataDir: home }) => {
      await restore(manifest, folder, { urls, prismaOf, replace, logIsAnew });
      if (home) putBeside(home, manifest.beside);
    });
    console.log(`La sauvegarde du ${manifest.takenAt} est remise en place.`);
    if (logIsAnew) console.log("Kafka doit être vide : tout ce qui a été dit y sera publié de nouveau.");
  });

/** And what makes the folder one of Trame's, which a start would do. */
function putBeside(dataDir: string, beside: Record<string, string>): void {
  for (const name of BESIDE) {
    const text = beside[name];
    if (text !== undefined) writeWhole(inData(dataDir)[name], text);
  }
  if (!existsSync(inData(dataDir).state)) writeJson(inData(dataDir).state, {});
}

const placeFrom = (dataDir: string) => ({ dataDir: resolve(dataDir), server: process.env.DATABASE_SERVER });

function folderFrom(args: string[], option: string, usage: string): string {
  const folder = args[args.indexOf(option) + 1];
  if (args.includes(option) && folder) return resolve(folder);
  throw new DevFailure(`Dites le dossier : ${usage}`);
}

async function speaking(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`Erreur : ${reasonOf(error)}`);
    process.exitCode = 1;
  }
}
