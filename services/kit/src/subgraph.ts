import { ApolloServer, type BaseContext } from "@apollo/server";
import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLFormattedError, parse } from "graphql";
import { readSdl } from "./common-sdl.ts";
import type { Logger } from "./log.ts";
import { isMalformedId, malformedId } from "./malformed.ts";
import { measureGraphql } from "./measure-graphql.ts";
import { refusalsTotal } from "./metrics.ts";
import { Refusals } from "./refusal.ts";
import { scalars } from "./scalars.ts";

type SubgraphModule = Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>;

/** One subgraph server from its SDL and its typed resolvers. */
export function createSubgraph<C extends BaseContext>(
  { name, schema }: { name: string; schema: URL },
  resolvers: object,
  logger: Logger,
): ApolloServer<C> {
  const module = { typeDefs: parse(readSdl(name, schema)), resolvers: { ...scalars, ...resolvers } } as SubgraphModule;
  return new ApolloServer<C>({
    schema: buildSubgraphSchema(module),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      measureGraphql((header) => header),
    ],
    formatError: (formatted, error) => formatError(formatted, error, logger),
    logger,
    // Only the gateway calls, with application/json; the browser is stopped there.
    csrfPrevention: true,
    stopOnTerminationSignals: false,
  });
}

/** A refused read keeps its French sentence; a fault says nothing of the inside. */
function formatError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof Refusals) {
    const [refusal] = cause.refusals;
    if (refusal) refusalsTotal.inc({ kind: refusal.kind, code: refusal.code });
    return {
      ...formatted,
      message: refusal?.message ?? formatted.message,
      extensions: { code: refusal?.kind ?? "FORBIDDEN", reason: refusal?.code },
    };
  }
  if (isMalformedId(cause)) {
    const code = ApolloServerErrorCode.BAD_USER_INPUT;
    return { ...formatted, message: malformedId.message, extensions: { code, reason: malformedId.code } };
  }
  if (formatted.extensions?.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) return formatted;
  logger.error({ err: cause, path: formatted.path }, "resolver failed");
  return {
    ...formatted,
    message: "Une erreur est survenue. Réessayez ; si elle persiste, signalez-la.",
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}
