import Fastify, { type FastifyInstance } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { Logger } from "./log.ts";

/** What makes a process ready; each says nothing, or what is wrong. */
export type ReadinessCheck = () => Promise<string | undefined>;

export interface HttpOptions {
  host: string;
  port: number;
  logger: Logger;
  ready: Record<string, ReadinessCheck>;
  routes?: (http: FastifyInstance) => Promise<void> | void;
}

/** An HTTP server with the three addresses that operators expect: liveness, readiness that tells the truth, metrics. */
export async function startHttp(options: HttpOptions): Promise<FastifyInstance> {
  const http = Fastify({ trustProxy: "loopback", bodyLimit: 1024 * 1024, forceCloseConnections: "idle" });
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  http.get("/health/live", () => ({ status: "ok" }));
  http.get("/health/ready", async (_request, reply) => {
    const problems = await findProblems(options.ready);
    return reply
      .code(problems.length === 0 ? 200 : 503)
      .send({ status: problems.length === 0 ? "ok" : "not ready", problems });
  });
  http.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  await options.routes?.(http);
  await http.listen({ host: options.host, port: options.port });
  return http;
}

async function findProblems(checks: Record<string, ReadinessCheck>): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        const problem = await check();
        return problem && `${name}: ${problem}`;
      } catch (error) {
        return `${name}: ${String(error)}`;
      }
    }),
  );
  return found.filter((problem) => problem !== undefined && problem !== "") as string[];
}
