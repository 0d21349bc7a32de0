import pg from "pg";
import { type EventLog, oneByOne } from "../src/event-log.ts";
import { openEmbeddedLog } from "../src/event-log-embedded.ts";
import { silentLogger as logger } from "../src/log.ts";
import { emptyDatabase } from "../src/testing/clone.ts";
import { eventually } from "../src/testing/events.ts";
import { survivesKills } from "./crash.contract.ts";
import { keepsTheContract, text } from "./event-log.contract.ts";
import { range, said } from "./support.ts";

let url: string;

beforeAll(async () => {
  ({ url } = await emptyDatabase());
});

const open = (): EventLog => openEmbeddedLog({ kind: "embedded", databaseUrl: url, logger });

describe("the embedded log", () => keepsTheContract(open));

test("relay and consumer killed at random moments lose nothing, repeat nothing and mix up no key", async () => {
  const { url: fresh } = await emptyDatabase();
  await survivesKills({ kind: "embedded", databaseUrl: fresh, logger });
}, 300_000);

describe("the embedded log, on its own database", () => {
  let log: EventLog;
  let client: pg.Client;
  const topic = "traam.embedded.v1";

  beforeAll(async () => {
    log = open();
    client = new pg.Client({ connectionString: url });
    await client.connect();
  });
  afterAll(async () => {
    await log.close();
    await client.end();
  });

  test("creates its tables once when several processes start together", async () => {
    const { url: fresh } = await emptyDatabase();
    const logs = range(6).map(() => openEmbeddedLog({ kind: "embedded", databaseUrl: fresh, logger }));
    await Promise.all(logs.map((each) => each.append([said("key", "1", { topic })])));
    expect(await logs[0]?.lag("group", [topic])).toBe(6);
    await Promise.all(logs.map((each) => each.close()));
  });

  test("lets no consumer pass over a message that commits late", async () => {
    await log.append([said("key", "1", { topic })]);
    await client.query("begin");
    await client.query(
      `select log.append(array[$1], array(select partition from log.message where topic = $1 limit 1),
                         array['key'], array['\\x0a0132'::bytea], array['{}'::jsonb])`,
      [topic],
    );
    const heard: (string | null)[] = [];
    const consumer = log.subscribe({
      group: "late",
      topics: [topic],
      logger,
      onMessages: oneByOne(async ({ value }) => {
        heard.push(text(value));
      }),
    });
    const later = log.append([said("key", "3", { topic })]);
    await eventually(() => heard.length === 1);
    await client.query("commit");
    await later;
    await eventually(() => heard.length === 3);
    expect(heard).toEqual(["1", "2", "3"]);
    await consumer.stop();
  });

  test("a consumer that loses its session takes up its work again, in order", async () => {
    const heard: (string | null)[] = [];
    const consumer = log.subscribe({
      group: "cut",
      topics: ["traam.cut.v1"],
      logger,
      onMessages: oneByOne(async ({ value }) => {
        heard.push(text(value));
      }),
    });
    for (const n of range(30)) {
      await log.append([said("key", String(n), { topic: "traam.cut.v1" })]);
      if (n % 10 === 0) {
        await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'log cut'");
      }
    }
    await eventually(async () => (await log.lag("cut", ["traam.cut.v1"])) === 0);
    // At least once, and whoever leaves out repetitions has them in order.
    expect([...new Set(heard)]).toEqual(range(30).map(String));
    await consumer.stop();
  });

  test("forgets what came before on a topic of states", async () => {
    const states = "traam.persons-state.v1";
    const of = (key: string, word: string) => said(key, word, { topic: states });
    await log.append([of("a", "1"), of("b", "1"), of("a", "2")]);
    await log.append([of("a", "3"), { ...of("b", ""), value: null }]);
    const { rows } = await client.query("select key, value from log.message where topic = $1 order by key", [states]);
    expect(rows.map(({ key, value }) => [key, text(value)])).toEqual([
      ["a", "3"],
      ["b", null],
    ]);
  });
});
