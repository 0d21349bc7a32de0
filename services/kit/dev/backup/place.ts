import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { createCrew } from "../crew.ts";
import { inData, openDataFolder, runningIn } from "../data-folder.ts";
import { DevFailure } from "../failure.ts";
import { keysOf, readKeys } from "../keys.ts";
import { allFreePorts } from "../ports.ts";
import { clusterHome, endOrphan, openCluster } from "../postgres.ts";
import { databaseOf, root, SERVICES } from "../programs.ts";

/** Where the databases are: a server by its address, or a data folder. */
export interface Place {
  urls: Record<string, string>;
  /** For a data folder only. */
  dataDir?: string;
}

const NAMES = [...SERVICES, "events"] as const;

export const prismaOf = (name: string): string | undefined => {
  const folder = join(root, "services", name, "prisma");
  return existsSync(folder) ? folder : undefined;
};

/** DATABASE_SERVER, or the data folder, whose PostgreSQL is started for as long as it takes unless Trame runs. */
export async function atPlace(
  { dataDir, server }: { dataDir: string; server?: string },
  { toWrite }: { toWrite: boolean },
  work: (place: Place) => Promise<void>,
): Promise<void> {
  if (server) {
    const urlOf = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href;
    return work({ urls: await existing(urlOf, toWrite) });
  }
  if (runningIn(dataDir)) {
    if (toWrite) throw new DevFailure(`Trame tourne sur ${dataDir} : arrêtez-la d'abord.`);
    return work({ urls: await existing(runningUrl(dataDir), false), dataDir });
  }
  if (!toWrite && !existsSync(inData(dataDir).state)) {
    throw new DevFailure(`${dataDir} n'est pas un dossier de données de Trame : il n'y a rien à sauvegarder.`);
  }
  await withOwnServer(dataDir, async (urlOf) => work({ urls: await existing(urlOf, toWrite), dataDir }));
}

/** The databases that there are; to be written, all of them may be made. */
async function existing(urlOf: (database: string) => string, toWrite: boolean): Promise<Record<string, string>> {
  const all = Object.fromEntries(NAMES.map((name) => [name, urlOf(databaseOf(name))]));
  if (toWrite) return all;
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database");
  await client.end();
  const known = new Set(rows.map(({ datname }) => datname));
  const found = Object.entries(all).filter(([name]) => known.has(databaseOf(name as (typeof NAMES)[number])));
  if (found.length === 0) throw new DevFailure("Aucune base de Trame sur ce serveur : il n'y a rien à sauvegarder.");
  return Object.fromEntries(found);
}

function runningUrl(dataDir: string): (database: string) => string {
  const settings = readFileSync(join(clusterHome(dataDir), "cluster", "postgresql.auto.conf"), "utf8");
  const port = /^port = (\d+)$/m.exec(settings)?.[1];
  const password = readKeys(dataDir)?.postgresPassword;
  return (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

async function withOwnServer(dataDir: string, use: (urlOf: (database: string) => string) => Promise<void>) {
  openDataFolder(dataDir);
  const crew = createCrew(inData(dataDir).logs);
  try {
    const { postgres: port } = await allFreePorts();
    const cluster = await openCluster({ dataDir, port, password: keysOf(dataDir).postgresPassword }, crew.run);
    const server = crew.start(cluster.program, 0);
    await cluster.ready(server.hasExited);
    await use(cluster.url);
  } finally {
    await crew.stop();
    await endOrphan(dataDir);
  }
}
