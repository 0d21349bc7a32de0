import { parseArgs } from "node:util";
import pg from "pg";
import { systemActor } from "./actor.ts";
import { clockFrom } from "./clock.ts";
import { common, readConfig, subgraph } from "./config.ts";
import { type RepublishOrder, republishFrom } from "./operations-commands.ts";
import { Refusals } from "./refusal.ts";
import { pgDatabase } from "./sql.ts";

const USAGE = "republish [--from <date ISO 8601 avec fuseau | numéro d'événement>] [--reason <motif>]";

/**
 * The command of operators: marks a service's events for publication again, from a point on, with a line in the trail.
 * The service's running relay sends them, in order and under their ids.
 */
export async function runRepublish(service: string, args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const { DATABASE_URL, TRAME_NOW } = readConfig({ TRAME_NOW: common.TRAME_NOW, DATABASE_URL: subgraph.DATABASE_URL });
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 1 });
  try {
    const order = orderOf(args);
    const by = { ...systemActor("republish"), kind: "program" as const };
    const command = { by, at: clockFrom(TRAME_NOW).now() };
    const count = await pgDatabase(pool).$transaction((tx) => republishFrom(tx, command, service, order));
    console.log(`${service} : ${count} événements seront publiés de nouveau.`);
  } catch (error) {
    console.error(
      `Erreur : ${error instanceof Refusals ? error.refusals.map(({ message }) => message).join(" ") : error}`,
    );
    process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

function orderOf(args: readonly string[]): RepublishOrder {
  const { values } = parseArgs({ args: [...args], options: { from: { type: "string" }, reason: { type: "string" } } });
  return { ...pointOf(values.from), reason: values.reason ?? "commande republish" };
}

/** A number is a place in the outbox, anything else an instant of the domain clock, whose offset has to be said. */
export function pointOf(from: string | undefined): Omit<RepublishOrder, "reason"> {
  if (from === undefined) return { everything: true };
  if (/^\d+$/.test(from)) return { fromSeq: Number(from) };
  const instant = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(from) ? Date.parse(from) : Number.NaN;
  if (Number.isNaN(instant)) throw new Error(`--from ${from} n'est ni une date ni un numéro. ${USAGE}`);
  return { from: new Date(instant) };
}
