import { readFileSync } from "node:fs";
import { ApolloGateway } from "@apollo/gateway";
import type { Logger } from "@trame/kit/log";
import { type GraphQLSchema, printSchema } from "graphql";
import type { SubgraphName } from "./config.ts";
import { subgraphDataSource } from "./data-source.ts";
import type { SubgraphClient } from "./subgraph-client.ts";

// The gateway's constructor would start to export measures otherwise.
process.env.APOLLO_TELEMETRY_DISABLED = "true";

const SUPERGRAPH = new URL("../supergraph.graphql", import.meta.url);

export interface Supergraph {
  gateway: ApolloGateway;
  /** What clients may ask; known once the Apollo server has started. */
  schema(): GraphQLSchema;
  /** The public SDL. */
  sdl(): string;
}

/** The composed graph over our own clients: the addresses in the supergraph are not used. */
export function createSupergraph(clients: Record<SubgraphName, SubgraphClient>, logger: Logger): Supergraph {
  let schema: GraphQLSchema | undefined;
  let sdl: string | undefined;
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(SUPERGRAPH, "utf8"),
    buildService: ({ name }) => subgraphDataSource(clients[name as SubgraphName]),
    // Composed and checked by `npm run check`: checking it again at each start costs a second.
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
    logger: quiet(logger),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
    sdl = undefined;
  });
  const loaded = () => {
    if (!schema) throw new Error("the supergraph is not loaded yet");
    return schema;
  };
  return {
    gateway,
    schema: loaded,
    sdl: () => {
      sdl ??= `${printSchema(loaded())}\n`;
      return sdl;
    },
  };
}

const quiet = (logger: Logger) => ({
  debug: () => {},
  info: () => {},
  warn: (message?: string) => logger.warn(message),
  error: (message?: string) => logger.error(message),
});
