import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { atMostEvery, examine, type HealthChecks } from "./health.ts";
import type { Logger } from "./log.ts";
import { httpSeconds, measureProcess, registry } from "./metrics.ts";
import { addRequestTrace } from "./request-trace.ts";

export interface HttpOptions {
  host: string;
  port: number;
  logger: Logger;
  health: HealthChecks;
  /** What readiness says besides. */
  detail?: () => Promise<object>;
  /** Brings the gauges up to date before the metrics are read. */
  measure?: () => Promise<void>;
  /** Whether this caller may read the metrics; everybody who reaches the port when absent. */
  mayMeasure?: (request: FastifyRequest) => boolean;
  routes?: (http: FastifyInstance) => Promise<void> | void;
  /** Bytes of headers that a request may have; Node's usual 16 KB when absent. */
  headerLimit?: number;
}

/** An answer of the checks holds for that long, whoever asks. */
const KNOWN_FOR_MS = 1_000;

/** An HTTP server with the three addresses that operators expect: liveness, readiness that tells the truth, metrics. */
export async function startHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { headerLimit: maxHeaderSize } = options;
  const http = Fastify({
    trustProxy: "loopback",
    bodyLimit: 1024 * 1024,
    forceCloseConnections: "idle",
    ...(maxHeaderSize && { http: { maxHeaderSize } }),
  });
  addRequestTrace(http);
  addDurations(http);
  addHealth(http, options);
  addMetrics(http, options);
  await options.routes?.(http);
  await http.listen({ host: options.host, port: options.port });
  return http;
}

function addHealth(http: FastifyInstance, { health, detail }: HttpOptions): void {
  const examined = atMostEvery(KNOWN_FOR_MS, async () => ({ ...(await examine(health)), ...(await detail?.()) }));
  http.get("/health/live", () => ({ status: "ok" }));
  http.get("/health/ready", async (_request, reply) => {
    const report = await examined();
    return reply.code(report.status === "not ready" ? 503 : 200).send(report);
  });
}

function addMetrics(http: FastifyInstance, { measure, mayMeasure = () => true }: HttpOptions): void {
  measureProcess();
  http.get("/metrics", async (request, reply) => {
    if (!mayMeasure(request)) return refuseMetrics(reply);
    await measure?.();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const refuseMetrics = (reply: FastifyReply) =>
  reply
    .code(401)
    .header("www-authenticate", 'Bearer realm="metrics"')
    .send("Mesures réservées : depuis cette machine, ou avec le jeton METRICS_TOKEN.\n");

/** By route pattern, of which there are few; never by address. */
function addDurations(http: FastifyInstance): void {
  http.addHook("onResponse", async ({ routeOptions, method }, reply) => {
    const route = routeOptions.url ?? "none";
    if (route.startsWith("/health/") || route === "/metrics") return;
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    httpSeconds.observe({ route, method, status }, reply.elapsedTime / 1000);
  });
}
