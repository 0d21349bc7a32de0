import type { AddressInfo } from "node:net";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import { actorSigner } from "@trame/kit/actor";
import { startHttp } from "@trame/kit/http";
import type { Logger } from "@trame/kit/log";
import { startTraceExport } from "@trame/kit/trace-export";
import type { FastifyInstance } from "fastify";
import { createActors } from "./actors.ts";
import { createBearerVerifier } from "./auth/bearer.ts";
import { createClaims } from "./auth/claims.ts";
import { addDevClock } from "./auth/dev-clock.ts";
import { createProvider } from "./auth/provider.ts";
import { addAuth } from "./auth/routes.ts";
import { createSealer } from "./auth/sealed.ts";
import { createSessions } from "./auth/session.ts";
import { createCallers } from "./callers.ts";
import { type GatewayConfig, SUBGRAPHS, type SubgraphName, subgraphUrls } from "./config.ts";
import { addForwarding } from "./forward.ts";
import { addGraphiql } from "./graphiql.ts";
import { addGraphql, createApollo } from "./graphql.ts";
import { addLive } from "./live.ts";
import { metricsGuard, subgraphsWatch } from "./operation.ts";
import { sendNotice } from "./pages.ts";
import { addSecurityHeaders, addSecurityTxt } from "./security.ts";
import { createSubgraphClient, type SubgraphClient, type Timeouts } from "./subgraph-client.ts";
import { createSupergraph } from "./supergraph.ts";
import { addTrace } from "./trace.ts";

export interface RunningGateway {
  port: number;
  stop(): Promise<void>;
}

/** The whole gateway, wired by hand, listening. */
export async function startGateway(
  config: GatewayConfig,
  logger: Logger,
  timeouts?: Timeouts,
): Promise<RunningGateway> {
  const traces = await startTraceExport("gateway", config, logger);
  const origin = new URL(config.TRAME_ORIGIN).origin;
  const urls = subgraphUrls(config);
  const clients = Object.fromEntries(
    SUBGRAPHS.map((name) => [name, createSubgraphClient(name, urls[name], logger, timeouts)]),
  ) as Record<SubgraphName, SubgraphClient>;
  const supergraph = createSupergraph(clients, logger);
  const apollo = createApollo(supergraph, logger);
  await apollo.start();

  const provider = createProvider(
    {
      issuer: config.OIDC_ISSUER,
      clientId: config.OIDC_CLIENT_ID,
      clientSecret: config.OIDC_CLIENT_SECRET,
      redirectUri: `${origin}/auth/callback`,
    },
    logger,
  );
  const sealer = createSealer(config.SESSION_SECRET);
  const sessions = createSessions(sealer, origin);
  const sign = actorSigner(config.ACTOR_PRIVATE_JWK);
  const actors = createActors({ people: clients.people, sign, logger, knownFor: config.ACTOR_KNOWN_FOR });
  const callers = createCallers(sessions, createBearerVerifier(provider), actors);

  async function routes(http: FastifyInstance): Promise<void> {
    addTrace(http);
    addSecurityHeaders(http, origin);
    await http.register(cookie);
    await http.register(compress, { global: false });
    http.setErrorHandler((error, request, reply) => {
      logger.error({ err: error, requestId: request.trace.requestId }, "request failed");
      const message = "Réessayez ; si le problème persiste, signalez-le.";
      return sendNotice(request, reply, { status: statusOf(error), title: "La demande n'a pas abouti", message });
    });
    await addGraphql(http, { apollo, supergraph, callers, origin, logger });
    addGraphiql(http);
    addSecurityTxt(http, origin, config.SECURITY_CONTACT);
    if (config.DEV_CLOCK_URL) addDevClock(http, config.DEV_CLOCK_URL, origin, actors.forget);
    const claim = createClaims(clients.people, sign, logger);
    await addAuth(http, { origin, provider, sealer, sessions, callers, claim, forget: actors.forget, logger });
    await addLive(http, config, callers);
    await addForwarding(http, config, callers);
  }

  const subgraphs = subgraphsWatch(urls);
  const http = await startHttp({
    host: config.HOST,
    port: config.PORT,
    logger,
    health: { ready: { supergraph: async () => void supergraph.schema() } },
    // A subgraph that is away breaks only its part: it is named, and does not make the gateway unready.
    detail: async () => ({ subgraphs: await subgraphs.states() }),
    measure: subgraphs.measure,
    mayMeasure: metricsGuard(config.METRICS_TOKEN),
    routes,
  });
  return {
    port: (http.server.address() as AddressInfo).port,
    async stop() {
      await http.close();
      await apollo.stop();
      await Promise.all(Object.values(clients).map((client) => client.close()));
      await traces.stop();
    },
  };
}

const statusOf = (error: unknown) => {
  const { statusCode = 500 } = error as { statusCode?: number };
  return statusCode >= 400 ? statusCode : 500;
};
