import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What this process measures. Labels take few values: names of our own files, never what a caller sends. */
export const registry = new Registry();

const registers = [registry];
const FAST = [0.001, 0.005, 0.025, 0.1, 0.5, 2];
const USUAL = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export const httpSeconds = new Histogram({
  name: "trame_http_request_seconds",
  help: "Duration of HTTP requests, by route.",
  labelNames: ["route", "method", "status"],
  buckets: USUAL,
  registers,
});

export const graphqlSeconds = new Histogram({
  name: "trame_graphql_request_seconds",
  help: "Duration of GraphQL operations, by the name that the portal or our examples give them.",
  labelNames: ["operation", "outcome"],
  buckets: USUAL,
  registers,
});

export const refusalsTotal = new Counter({
  name: "trame_refusals_total",
  help: "Refusals given to callers, by stable code.",
  labelNames: ["kind", "code"],
  registers,
});

export const sqlSeconds = new Histogram({
  name: "trame_sql_seconds",
  help: "Duration of SQL statements, by verb.",
  labelNames: ["verb"],
  buckets: FAST,
  registers,
});

export const eventSeconds = new Histogram({
  name: "trame_event_handling_seconds",
  help: "Duration of what a service does about an event of another, its retries included.",
  labelNames: ["topic", "outcome"],
  buckets: [...FAST, 10, 60],
  registers,
});

export const publishedTotal = new Counter({
  name: "trame_events_published_total",
  help: "Events taken from the outbox to the log.",
  registers,
});

export const dueTotal = new Counter({
  name: "trame_due_handled_total",
  help: "Rows that came due and were handled, by kind.",
  labelNames: ["kind", "outcome"],
  registers,
});

const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
  new Gauge<L>({ name, help, labelNames, registers });

/** States, read from the database when the metrics are read; see state-metrics.ts. */
export const stateUp = gauge("trame_state_up", "1 when the service's own tables could be read for these metrics.");
export const eventLogUp = gauge("trame_event_log_up", "1 when the event log answered for these metrics.");
export const consumerUp = gauge("trame_consumer_up", "1 when the consumer is connected to the event log.");
export const outboxWaiting = gauge("trame_outbox_waiting", "Events that are committed and not yet published.");
export const outboxOldest = gauge("trame_outbox_oldest_seconds", "Age of the oldest event not yet published.");
export const consumerLag = gauge("trame_consumer_lag", "Messages of a topic not yet consumed.", ["topic"]);
export const parkedKeys = gauge("trame_parked_keys", "Keys that wait for a person after repeated failures.");
export const parkedMessages = gauge(
  "trame_parked_messages",
  "Messages that wait behind a parked key, itself included.",
);
export const dueWaiting = gauge("trame_due_waiting", "Rows of the schedule, due or not.");
export const dueLate = gauge("trame_due_late", "Rows of the schedule whose time has come on the domain clock.");
export const dueFailing = gauge("trame_due_failing", "Rows of the schedule whose last try failed.");
export const dueOldest = gauge("trame_due_oldest_seconds", "By how much the latest row of the schedule is late.");

let processMeasured = false;

/** Memory, CPU, event loop and garbage collection of the process. */
export function measureProcess(): void {
  if (processMeasured) return;
  processMeasured = true;
  collectDefaultMetrics({ register: registry });
}
