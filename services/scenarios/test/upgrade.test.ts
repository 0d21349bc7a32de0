import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, toBinary } from "@bufbuild/protobuf";
import { toHeaders } from "@trame/kit/envelope";
import { type EventLog, openEventLog } from "@trame/kit/event-log";
import { silentLogger as logger } from "@trame/kit/log";
import { emptyDatabase } from "@trame/kit/testing/clone";
import { eventually } from "@trame/kit/testing/events";
import { freePort } from "@trame/kit/testing/pg";
import { DisciplineRecordedSchema } from "@trame/proto-schemas/projects/v1/events_pb";
import { topics } from "@trame/proto-schemas/topics";
import pg from "pg";
import { buildPrevious } from "../../kit/dev/previous.ts";

jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), "trame-previous-"));
const NEW_HOME = join(__dirname, "..");
/** What the next release might add: a column with a default, one that may be empty, a table, an index. */
const EXPANSION = `
  alter table discipline add column seen_at timestamptz not null default now(), add column note text;
  create table next_release (id uuid primary key);
  create index discipline_label on discipline (label)`;

const running: ChildProcess[] = [];
let client: pg.Client;
let log: EventLog;
let databases: { url: string; log: string };
let old: { home: string };

beforeAll(async () => {
  old = buildPrevious("scenarios", folder);
  databases = { url: (await emptyDatabase()).url, log: (await emptyDatabase()).url };
  migrate(old.home);
  client = new pg.Client({ connectionString: databases.url });
  await client.connect();
  log = await openEventLog({ kind: "embedded", databaseUrl: databases.log, logger });
});
afterAll(async () => {
  for (const child of running) await stop(child);
  await log?.close();
  await client?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** As the Job of a roll-out does. */
function migrate(home: string): void {
  execFileSync(process.execPath, ["dist/migrate.js"], { cwd: home, env: { DATABASE_URL: databases.url } });
}

const actorKey = JSON.stringify(generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" }));

async function start(home: string) {
  const port = String(await freePort());
  const child = spawn(process.execPath, ["dist/main.js"], {
    cwd: home,
    env: { PORT: port, DATABASE_URL: databases.url, EVENT_LOG_URL: databases.log, ACTOR_PUBLIC_JWK: actorKey },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk).slice(-4000);
    });
  }
  const isReady = async () => {
    if (child.exitCode !== null) throw new Error(output);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    return answer?.ok === true;
  };
  await eventually(isReady, { withinMs: 90_000 });
  const answers = async () => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ query: "{ scenarios(first: 5) { nodes { id } totalCount } }" });
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: "POST", headers, body });
    return answer.json();
  };
  return { child, isReady, answers };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await gone;
}

let said = 0;
const labels = new Map<string, string>();

/** Three versions of each of ten disciplines, as today's projects writes them, with a field that nobody knows yet. */
async function speak(): Promise<void> {
  for (let version = 1; version <= 3; version++) {
    for (let nth = 0; nth < 10; nth++) {
      const code = `D${said}-${nth}`;
      const label = `${code} version ${version}`;
      const known = toBinary(
        DisciplineRecordedSchema,
        create(DisciplineRecordedSchema, { discipline: { code, label, transversal: false } }),
      );
      const value = Buffer.concat([known, UNKNOWN_FIELD]);
      const attributes = { id: randomUUID(), type: DisciplineRecordedSchema.typeName, source: "/projects" };
      const headers = toHeaders(code, { ...attributes, version, at: new Date("2020-05-18T07:00:00Z") });
      await log.append([{ topic: topics.projects, key: code, value, headers }]);
      labels.set(code, label);
    }
  }
  said++;
}
/** Field 4000, text "plus tard". */
const UNKNOWN_FIELD = Buffer.concat([Buffer.from([0x82, 0xfa, 0x01, 9]), Buffer.from("plus tard")]);

const rows = async (sql: string) => (await client.query(sql)).rows;

/** Each event had its effect, once. */
async function untilHeard(): Promise<void> {
  const kept = () => rows("select code, label from discipline order by code");
  await eventually(async () => (await kept()).length === labels.size, { withinMs: 60_000 });
  const expected = [...labels].map(([code, label]) => ({ code, label })).sort((a, b) => (a.code < b.code ? -1 : 1));
  await eventually(async () => JSON.stringify(await kept()) === JSON.stringify(expected), { withinMs: 60_000 });
  expect(await kept()).toEqual(expected);
  const [inbox] = await rows("select count(*)::integer as count from kit.inbox where consumer = 'scenarios'");
  expect(inbox).toEqual({ count: 30 * said });
  expect(await rows("select error from kit.parked")).toEqual([]);
}

const ANSWER = { data: { scenarios: { nodes: [], totalCount: 0 } } };

test("the version before serves and consumes on the new schema, beside the new version, after it, and in its place again", async () => {
  const before = await start(old.home);
  await speak();
  await untilHeard();

  migrate(NEW_HOME);
  await client.query(EXPANSION);
  await speak();
  await untilHeard();
  expect([await before.isReady(), await before.answers()]).toEqual([true, ANSWER]);

  const after = await start(NEW_HOME);
  await speak();
  await untilHeard();
  expect([await before.answers(), await after.answers()]).toEqual([ANSWER, ANSWER]);

  await stop(before.child);
  await speak();
  await untilHeard();

  const back = await start(old.home);
  await stop(after.child);
  await speak();
  await untilHeard();
  expect(await back.answers()).toEqual(ANSWER);
});
