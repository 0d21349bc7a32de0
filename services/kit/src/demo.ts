import { createHash } from "node:crypto";
import type { Actor, MandateClaim } from "./actor.ts";
import type { Command } from "./aggregate.ts";
import { common, readConfig, subgraph } from "./config.ts";
import type { EventRegistry } from "./consumer.ts";
import { createLogger } from "./log.ts";
import { Refusals } from "./refusal.ts";
import type { RequestBase, Service, ServiceDatabase } from "./service.ts";
import type { Sql } from "./sql.ts";
import { transact } from "./transact.ts";

/** What a stage of demonstration data works with: the service's own write path, at instants of the past. */
export interface Demo<Tx extends Sql, Db extends ServiceDatabase<Tx>> {
  db: Db;
  origin: string;
  /** One French line of progress. */
  say(text: string): void;
  /** One command, one transaction. A refusal is a fault of the data: it stops the stage and says which. */
  commit<T>(by: Actor, at: Date, work: (tx: Tx, command: Command) => Promise<T>): Promise<T>;
  /** Runs the work for each item, some at a time, with a line of progress now and then. */
  each<I>(what: string, items: readonly I[], work: (item: I, index: number) => Promise<void>): Promise<void>;
}

/** A person of the demonstration, as the gateway would vouch for him or her. */
export const acting = (personId: string, ...mandates: MandateClaim[]): Actor => ({
  kind: "person",
  personId,
  name: personId,
  mandates,
  scopes: [],
});

/** The same parts always choose the same item. */
export function pick<T>(items: readonly T[], ...parts: (string | number)[]): T {
  const chosen = items[roll(items.length, ...parts)];
  if (chosen === undefined) throw new Error(`nothing to choose from for ${parts.join("/")}`);
  return chosen;
}

/** The same parts always give the same whole number, from 0 to sides − 1. */
export const roll = (sides: number, ...parts: (string | number)[]): number =>
  createHash("sha256").update(parts.join("/")).digest().readUInt32BE(0) % Math.max(1, sides);

/** The service's demo/main.ts: runs the stage that the command line names. */
export async function runDemo<
  Tx extends Sql,
  Db extends ServiceDatabase<Tx>,
  Context extends RequestBase<Db>,
  R extends EventRegistry,
>(service: Service<Tx, Db, Context, R>, stages: Record<string, (demo: Demo<Tx, Db>) => Promise<void>>): Promise<void> {
  const name = process.argv[2] ?? "";
  const stage = stages[name];
  if (!stage) throw new Error(`${service.name} has no stage "${name}": ${Object.keys(stages).join(", ")}`);
  const config = readConfig({ ...common, DATABASE_URL: subgraph.DATABASE_URL });
  const db = service.openDatabase(config.DATABASE_URL);
  const logger = createLogger(service.name, config.LOG_LEVEL);
  const say = (text: string) => console.log(text);
  try {
    await stage({
      db,
      origin: config.TRAME_ORIGIN,
      say,
      commit: (by, at, work) => commit(db, by, at, work),
      each: (what, items, work) => each(say, what, items, work),
    });
  } catch (error) {
    logger.error({ err: error, stage: name }, "the demonstration data could not be written");
    throw error;
  } finally {
    await db.$disconnect();
  }
}

async function commit<Tx extends Sql, T>(
  db: ServiceDatabase<Tx>,
  by: Actor,
  at: Date,
  work: (tx: Tx, command: Command) => Promise<T>,
): Promise<T> {
  try {
    return await transact(db, (tx) => work(tx, { by, at }), { maxWait: 20_000, timeout: 60_000 });
  } catch (error) {
    if (!(error instanceof Refusals)) throw error;
    throw new Error(error.refusals.map(({ code, message, field }) => `${code} ${field ?? ""}: ${message}`).join("\n"), {
      cause: error,
    });
  }
}

const AT_ONCE = 4;

async function each<I>(
  say: (text: string) => void,
  what: string,
  items: readonly I[],
  work: (item: I, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      await work(items[index] as I, index);
      done++;
      if (done % 100 === 0 && done < items.length) say(`${what} : ${done} sur ${items.length}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  say(`${what} : ${items.length}`);
}
