import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { EventRegistry } from "@trame/kit/consumer";
import type { LogMessage } from "@trame/kit/envelope";
import { createInbox } from "@trame/kit/inbox";
import { silentLogger as logger } from "@trame/kit/log";
import type { RequestBase, Service, ServiceDatabase } from "@trame/kit/service";
import type { Sql } from "@trame/kit/sql";
import pg from "pg";
import { service as communications } from "../../../services/communications/src/service.ts";
import type { Trame } from "../../../services/kit/dev/supervisor.ts";
import { service as meetings } from "../../../services/meetings/src/service.ts";
import { service as people } from "../../../services/people/src/service.ts";
import { serviceWith as projects } from "../../../services/projects/src/service.ts";
import { serviceWith as scenarios } from "../../../services/scenarios/src/service.ts";

const NAMES = ["projects", "people", "scenarios", "meetings", "communications"] as const;
type Name = (typeof NAMES)[number];

/** Each service's projections as they are live, and as they become when all outboxes are replayed into an empty database. */
export interface Compared {
  table: string;
  live: unknown[];
  rebuilt: unknown[];
}

export async function replayIntoEmptyDatabases(trame: Trame): Promise<Compared[]> {
  const told = new Map<string, LogMessage[]>();
  for (const name of NAMES) await collect(trame.databaseUrl(name), told);
  const empty = createEmpty(trame);
  const rebuild = <Tx extends Sql, Db extends ServiceDatabase<Tx>, C extends RequestBase<Db>, R extends EventRegistry>(
    service: Service<Tx, Db, C, R>,
  ) => replay(service, trame.databaseUrl(service.name as Name), empty[service.name as Name], told);
  return [
    ...(await rebuild(projects())),
    ...(await rebuild(people)),
    ...(await rebuild(scenarios({ visit: () => Promise.reject(new Error("a replay visits nothing")) }))),
    ...(await rebuild(meetings)),
    ...(await rebuild(communications(trame.origin))),
  ];
}

/** What one service told, by topic and in the order of its commits. */
async function collect(databaseUrl: string, told: Map<string, LogMessage[]>): Promise<void> {
  const rows = await read<{ topic: string; key: string; payload: Buffer | null; headers: Record<string, string> }>(
    databaseUrl,
    "select topic, key, payload, headers from kit.outbox order by seq",
  );
  for (const { topic, key, payload, headers } of rows) {
    const list = told.get(topic) ?? told.set(topic, []).get(topic);
    list?.push({ topic, key, headers, value: payload });
  }
}

async function replay<
  Tx extends Sql,
  Db extends ServiceDatabase<Tx>,
  C extends RequestBase<Db>,
  R extends EventRegistry,
>(
  service: Service<Tx, Db, C, R>,
  liveUrl: string,
  emptyUrl: string,
  told: Map<string, LogMessage[]>,
): Promise<Compared[]> {
  const db = service.openDatabase(emptyUrl);
  try {
    await service.prepare?.({ db, clock: { now: () => new Date() }, origin: "http://localhost", logger });
    const inbox = createInbox({
      ...service,
      service: service.name,
      db,
      logger,
      retries: { tries: 1, firstPauseMs: 0 },
    });
    // Topic after topic: no order between topics is promised, and this is the hardest one.
    for (const topic of service.follows) for (const message of told.get(topic) ?? []) await inbox.receive(message);
    inbox.stop();
  } finally {
    await db.$disconnect();
  }
  const compared: Compared[] = [];
  for (const table of service.projections) {
    const [live, rebuilt] = await Promise.all([rowsOf(liveUrl, table), rowsOf(emptyUrl, table)]);
    compared.push({ table: `${service.name}.${table}`, live, rebuilt });
  }
  return compared;
}

async function rowsOf(databaseUrl: string, table: string): Promise<unknown[]> {
  const rows = await read<{ row: unknown }>(
    databaseUrl,
    `select to_jsonb(t) as row from "${table}" t order by to_jsonb(t)::text`,
  );
  return rows.map(({ row }) => row);
}

async function read<T extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const root = join(__dirname, "../../..");

/** Migrated and empty, beside the live ones in the same cluster. */
function createEmpty(trame: Trame): Record<Name, string> {
  const server = new URL(trame.databaseUrl("projects"));
  const named = NAMES.map((name) => [name, `rebuilt_${name}`] as const);
  const databases = Object.fromEntries(
    named.map(([name, database]) => [database, join(root, "services", name, "prisma")]),
  );
  const order = JSON.stringify({ server: Object.assign(new URL(server), { pathname: "/postgres" }).href, databases });
  execFileSync(process.execPath, ["--import", "tsx", join(root, "services/kit/dev/databases.ts")], {
    cwd: root,
    env: { PATH: process.env.PATH ?? "", TRAME_DATABASES: order },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const urlOf = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href;
  return Object.fromEntries(named.map(([name, database]) => [name, urlOf(database)])) as Record<Name, string>;
}
