import { ApolloServer } from "@apollo/server";
import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { Logger } from "@trame/kit/log";
import { measureGraphql, OTHER_OPERATION } from "@trame/kit/measure-graphql";
import { refusalsTotal } from "@trame/kit/metrics";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { BadToken } from "./auth/bearer.ts";
import { isOwnOrigin } from "./auth/origin.ts";
import type { Caller, Callers } from "./callers.ts";
import type { GatewayContext } from "./data-source.ts";
import { knownOperation } from "./known-operations.ts";
import { createGuard, type Operation } from "./limits/guard.ts";
import { LIMITS } from "./limits/limits.ts";
import type { Supergraph } from "./supergraph.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller;
  }
}

const BODY_LIMIT = 512 * 1024;

export function createApollo(supergraph: Supergraph, logger: Logger): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway: supergraph.gateway,
    introspection: true,
    csrfPrevention: true,
    // Stored queries could pass by the limits, which read the text of each operation.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => withoutInside(formatted, error, logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      measureGraphql((_, { operation }) => operation),
    ],
    logger: { debug() {}, info() {}, warn: (line) => logger.warn(line), error: (line) => logger.error(line) },
  });
}

/** A fault of our own says nothing of the inside; a subgraph has already chosen its words. */
function withoutInside(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const { serviceName, ...extensions } = formatted.extensions ?? {};
  if (serviceName || extensions.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR)
    return { ...formatted, extensions };
  logger.error({ err: unwrapResolverError(error), path: formatted.path }, "operation failed");
  return {
    ...formatted,
    message: "Une erreur est survenue. Réessayez ; si elle persiste, signalez-la.",
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
  };
}

export interface GraphqlOptions {
  apollo: ApolloServer<GatewayContext>;
  supergraph: Supergraph;
  callers: Callers;
  origin: string;
  logger: Logger;
}

/** GET and POST /graphql: who is asking, from where, how much; then the graph. */
export async function addGraphql(http: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const { apollo, supergraph, callers, origin, logger } = options;
  const guard = createGuard(supergraph.schema);
  http.decorateRequest("caller");
  await http.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => sendError(request, reply, asGraphqlError(error, request, logger)));
    scope.route({
      method: ["GET", "POST"],
      url: "/graphql",
      bodyLimit: BODY_LIMIT,
      // Small answers are sent faster than they are compressed.
      config: { compress: { threshold: 8 * 1024 } },
      preHandler: async (request, reply) => {
        if (isBrowserVisit(request)) return reply.redirect("/graphiql", 303);
        request.caller = await callers.of(request);
        if (request.caller.session && request.method === "POST") demandOwnOrigin(request, origin);
        const operation = operationOf(request);
        request.operation = knownOperation(nameIn(operation));
        if (operation) guard(operation, LIMITS[request.caller.actor.kind]);
      },
      handler: fastifyApolloHandler(apollo, {
        context: async (request) => ({
          headers: await callers.headers(request, request.caller),
          operation: request.operation ?? OTHER_OPERATION,
        }),
      }),
    });
  });
  http.get("/schema.graphql", { config: { compress: {} } }, (_request, reply) =>
    reply
      .type("text/plain; charset=utf-8")
      .header("content-disposition", 'attachment; filename="schema.graphql"')
      .send(supergraph.sdl()),
  );
}

/** Somebody who opens /graphql in a browser wants to try it. */
const isBrowserVisit = ({ method, headers, query }: FastifyRequest) =>
  method === "GET" && headers.accept?.includes("text/html") && !(query as { query?: string }).query;

function demandOwnOrigin(request: FastifyRequest, origin: string): void {
  if (isOwnOrigin(request, origin)) return;
  throw new GraphQLError("Cette requête ne vient pas du portail : elle n'est pas faite avec votre session.", {
    extensions: { code: "ORIGIN_REFUSED", http: { status: 403 } },
  });
}

/** What is to be measured; anything without the shape of a request gets its error from Apollo. */
function operationOf({ method, query, body }: FastifyRequest): Operation | undefined {
  const source = (method === "GET" ? query : body) as Record<string, unknown> | null | undefined;
  if (typeof source?.query !== "string") return undefined;
  const { operationName, variables } = source;
  return {
    query: source.query,
    operationName: typeof operationName === "string" ? operationName : undefined,
    variables: asRecord(typeof variables === "string" ? parseOrNothing(variables) : variables),
  };
}

/** An operation need not be named by the request: most documents hold one, with its name. */
const nameIn = (operation: Operation | undefined) =>
  operation?.operationName ?? /^\s*(?:query|mutation)\s+(\w+)/.exec(operation?.query ?? "")?.[1];

const asRecord = (value: unknown) =>
  (typeof value === "object" && value !== null ? value : {}) as Operation["variables"];

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asGraphqlError(error: unknown, request: FastifyRequest, logger: Logger): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof BadToken)
    return refused("Jeton refusé : il est faux, expiré, ou n'est pas destiné à Trame.", "UNAUTHENTICATED", 401);
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode === 413) return refused("Requête trop longue.", "BODY_LIMIT", 413);
  if (statusCode < 500) return refused("Requête mal formée.", "BAD_REQUEST", statusCode);
  logger.error({ err: error, requestId: request.trace.requestId }, "request failed");
  return refused("La requête n'a pas pu être traitée. Réessayez dans un instant.", "UNAVAILABLE", 503);
}

const refused = (message: string, code: string, status: number) =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

function sendError(request: FastifyRequest, reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply {
  refusalsTotal.inc({ kind: "REQUEST", code: String(extensions.code) });
  const { http, ...shown } = extensions as { http?: { status: number } };
  if (http?.status === 401) reply.header("www-authenticate", 'Bearer realm="trame", error="invalid_token"');
  const asResponse = request.headers.accept?.includes("application/graphql-response+json");
  return reply
    .code(http?.status ?? 400)
    .type(asResponse ? "application/graphql-response+json; charset=utf-8" : "application/json; charset=utf-8")
    .send(JSON.stringify({ errors: [{ message, extensions: shown }] }));
}
