import { existsSync, rmSync } from "node:fs";
import { inData, runningIn } from "./data-folder.ts";
import { DevFailure, reasonOf } from "./failure.ts";
import { clusterHome, endOrphan } from "./postgres.ts";

/** `npm run reset`: the next start begins anew. */
export async function main(dataDir: string): Promise<void> {
  try {
    await reset(dataDir);
    console.log(`Le dossier de données ${dataDir} est vide.`);
  } catch (error) {
    console.error(`Erreur : ${reasonOf(error)}`);
    process.exitCode = 1;
  }
}

export async function reset(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  // TRAME_DATA may name any folder by mistake: only what a start has made is removed.
  if (!existsSync(inData(dataDir).state)) {
    throw new DevFailure(`${dataDir} n'est pas un dossier de données de Trame : rien n'a été effacé.`);
  }
  const other = runningIn(dataDir);
  if (other) throw new DevFailure(`Trame tourne sur ${dataDir} (processus ${other.pid}) : arrêtez-la d'abord.`);
  await endOrphan(dataDir);
  rmSync(clusterHome(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
