import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startConsumer } from "@trame/kit/consumer";
import { openEventLog } from "@trame/kit/event-log";
import { silentLogger as logger } from "@trame/kit/log";
import { cloneDatabase, emptyDatabase } from "@trame/kit/testing/clone";
import { guard } from "@trame/kit/testing/guard";
import Fastify from "fastify";
import { routesWith } from "../src/routes.ts";
import { service } from "../src/service.ts";
import { type Measured, nomenclatures, ORIGIN, quantile, type Tested } from "./common.ts";

const EVENTS = Number(process.env.BENCH_EVENTS ?? 5_000);
/** 10 000 a minute. */
const EVERY_MS = 6;
const POLL_MS = 50;
const PATIENCE_MS = 300_000;

const clock = { now: () => new Date() };

/**
 * Another process commits publications at a fixed rate; its relay, the log and this service's consumer bring them here.
 * Each is timed from before its commit until the public doors show it.
 */
export async function intake(tested: Tested): Promise<Measured[]> {
  await nomenclatures(tested);
  const [source, logDatabase] = [await cloneDatabase(), await emptyDatabase()];
  const log = await openEventLog({ kind: "embedded", databaseUrl: logDatabase.url, logger });
  const { name, follows, events, reactions } = service(ORIGIN);
  const topics = [...follows];
  const consumer = startConsumer({ service: name, db: tested.db, log, topics, events, reactions, logger, clock });
  const before = process.cpuUsage();
  const writer = startSource(source.url, logDatabase.url);
  const { times, seconds } = await watch(tested);
  const { user, system } = process.cpuUsage(before);
  await writer.stop();
  await consumer.stop();
  await log.close();
  const note = `${times.length} événements, un toutes les ${EVERY_MS} ms d'un autre processus, par le journal intégré`;
  return [
    { name: "validé chez scénarios → visible dans le flux et au curseur : p50", value: quantile(times, 0.5), note },
    { name: "validé chez scénarios → visible dans le flux et au curseur : p99", value: quantile(times, 0.99), note },
    { name: "processeur du service par événement", value: (user + system) / 1000 / times.length, note },
    { name: "publications prises en compte", value: (times.length / seconds) * 60, unit: "/min", note },
  ];
}

function startSource(databaseUrl: string, logUrl: string) {
  const script = fileURLToPath(new URL("source.command.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", script, databaseUrl, logUrl, String(EVENTS), String(EVERY_MS)],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const exited = once(child, "exit");
  const watched = guard(child.pid ?? 0, "KILL");
  return {
    async stop() {
      child.kill("SIGTERM");
      await exited;
      watched.release();
    },
  };
}

interface Told {
  items: { publication: { id: string; publishedAt: string } }[];
  next: string;
}

interface Feed {
  items: { id: string; date_published: string }[];
}

/** It is there, or what is there is newer. */
const shows = ({ items }: Feed, { id, publishedAt }: { id: string; publishedAt: string }): boolean =>
  items.some((item) => item.id === id || item.id.endsWith(id)) ||
  Date.parse(items.at(-1)?.date_published ?? "") >= Date.parse(publishedAt);

/** Reads the log by cursor and, whenever there is something new, the feed, which has to show the newest of it. */
async function watch({ db }: Tested): Promise<{ times: number[]; seconds: number }> {
  const http = Fastify();
  routesWith()(http, { db, clock, origin: ORIGIN, logger });
  const times: number[] = [];
  let [after, first, last] = ["0", Number.POSITIVE_INFINITY, 0];
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (times.length < EVENTS) {
    if (performance.now() > giveUpAt) throw new Error(`${times.length} of ${EVENTS} are visible`);
    const { items, next } = (await http.inject(`/publications?limit=500&after=${after}`)).json<Told>();
    after = next;
    const newest = items.map(({ publication }) => publication).sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
    if (newest[0]) {
      const feed = (await http.inject("/feeds/publications.json")).json<Feed>();
      if (!shows(feed, newest[0])) throw new Error(`${newest[0].id} is not in the feed`);
    }
    last = Date.now();
    for (const { publishedAt } of newest) {
      first = Math.min(first, Date.parse(publishedAt));
      times.push(last - Date.parse(publishedAt));
    }
    if (items.length < 500) await pause(POLL_MS);
  }
  await http.close();
  return { times, seconds: (last - first) / 1000 };
}
