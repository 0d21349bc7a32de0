import { create } from "@bufbuild/protobuf";
import { Int32ValueSchema, type StringValue, StringValueSchema } from "@bufbuild/protobuf/wkt";
import pg from "pg";
import type { Reactions } from "../src/consumer.ts";
import type { LogMessage, OutgoingEvent } from "../src/envelope.ts";
import { type Database, pgDatabase, type Sql } from "../src/sql.ts";
import { cloneDatabase } from "../src/testing/clone.ts";
import { messageOf } from "../src/testing/events.ts";

/** A noon of the demonstration's time. */
export const NOON = new Date("2020-05-18T12:00:00Z");

export const TOPIC = "traam.tests.v1";

/** A service's database: the kit's tables and a `heard` table that the reactions below fill. */
export interface TestDatabase {
  url: string;
  db: Database;
  close(): Promise<void>;
}

export async function openDatabase(): Promise<TestDatabase> {
  const { url } = await cloneDatabase();
  const { db, close } = connect(url);
  await db.$executeRawUnsafe(
    "create table if not exists heard (nth bigserial, key text, said text, version integer, actor text, at timestamptz)",
  );
  return { url, db, close };
}

export function connect(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  pool.on("error", () => {});
  return { db: pgDatabase(pool), close: () => pool.end() };
}

/** Words are said, counts are ignored. Anything else is unknown to the registry. */
export const events = { Said: StringValueSchema, Counted: Int32ValueSchema };

export const hear = async (tx: Sql, key: string, said: string, version = 1, actor = "", at = NOON) => {
  await tx.$executeRawUnsafe(
    `insert into heard (key, said, version, actor, at)
     values ($1::text, $2::text, $3::text::integer, $4::text, $5::text::timestamptz)`,
    key,
    said,
    String(version),
    actor,
    at.toISOString(),
  );
};

/** Hears everything, and fails on the words in `poison`, after having had its effect. */
export const reactionsThat = (poison: Set<string> = new Set()): Reactions<typeof events> => ({
  async Said(tx, event, { actor, at }) {
    await hear(tx, event.key, event.tombstone ? "(forgotten)" : event.message.value, event.version, actor.name, at);
    if (poison.has(event.message.value)) throw new Error(`cannot bear "${event.message.value}"`);
  },
  Counted: [],
});

/** The same, of as many as come at once; the calls say how many. */
export function reactionsTogether(poison: Set<string> = new Set(), calls: number[] = []): Reactions<typeof events> {
  const { Said } = reactionsThat(poison);
  return {
    Said: {
      async together(tx, heard) {
        calls.push(heard.length);
        for (const { event, context } of heard) if (typeof Said === "function") await Said(tx, event, context);
      },
    },
    Counted: [],
  };
}

const word = (text: string): StringValue => create(StringValueSchema, { value: text });

/** An event on its way into the outbox. */
export const says = (key: string, text: string, version = 1): OutgoingEvent => {
  const { topic, value } = messageOf(StringValueSchema, { topic: TOPIC, key, message: word(text), at: NOON });
  return { type: StringValueSchema.typeName, topic, key, version, value, at: NOON };
};

/** A message already in a log's form. */
export const said = (
  key: string,
  text: string,
  { topic = TOPIC, version = 1, id = undefined as string | undefined } = {},
): LogMessage => messageOf(StringValueSchema, { topic, key, message: word(text), at: NOON, version, id });

/** What was heard, by key, in order. */
export async function heardBy(db: Sql, key?: string): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ said: string }[]>(
    "select said from heard where $1::text is null or key = $1::text order by nth",
    key ?? null,
  );
  return rows.map((row) => row.said);
}

export const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
