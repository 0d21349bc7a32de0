import { timingSafeEqual } from "node:crypto";
import { atMostEvery } from "@trame/kit/health";
import { registry } from "@trame/kit/metrics";
import type { FastifyRequest } from "fastify";
import { Gauge } from "prom-client";
import { SUBGRAPHS, type SubgraphName } from "./config.ts";

const subgraphUp = new Gauge({
  name: "trame_subgraph_up",
  help: "1 when a subgraph says that it is ready.",
  labelNames: ["subgraph"],
  registers: [registry],
});

type State = "ok" | "degraded" | "not ready" | "away";

/** Anybody may ask for our readiness: the subgraphs are asked at most that often. */
const KNOWN_FOR_MS = 3_000;
const PATIENCE_MS = 1_500;

/** How each subgraph says that it is. */
export function subgraphsWatch(urls: Record<SubgraphName, string>) {
  const states = atMostEvery(KNOWN_FOR_MS, async () => {
    const found = await Promise.all(SUBGRAPHS.map(async (name) => [name, await stateOf(urls[name])] as const));
    return Object.fromEntries(found) as Record<SubgraphName, State>;
  });
  return {
    states,
    async measure() {
      for (const [subgraph, state] of Object.entries(await states())) {
        subgraphUp.set({ subgraph }, state === "ok" || state === "degraded" ? 1 : 0);
      }
    },
  };
}

async function stateOf(url: string): Promise<State> {
  try {
    const response = await fetch(new URL("/health/ready", url), { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { status } = (await response.json()) as { status?: unknown };
    return status === "ok" || status === "degraded" ? status : "not ready";
  } catch {
    return "away";
  }
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * The metrics stand on the public origin: only this machine reads them, or who has the token. `ip` is what a proxy of
 * this machine says of its caller, so that being behind one opens nothing.
 */
export function metricsGuard(token: string | undefined): (request: FastifyRequest) => boolean {
  return ({ ip, headers }) => {
    if (token && headers.authorization) return isSame(headers.authorization, `Bearer ${token}`);
    return LOOPBACK.has(ip) && headers["x-forwarded-for"] === undefined && headers.forwarded === undefined;
  };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
