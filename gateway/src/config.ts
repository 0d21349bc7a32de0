import { common, readConfig } from "@trame/kit/config";
import { z } from "zod";

/** The five subgraphs, by the names that they have in the supergraph. */
export const SUBGRAPHS = ["projects", "people", "scenarios", "meetings", "communications"] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

const shape = {
  ...common,
  PORT: z.coerce.number().int().default(4000),
  /** Signs who is asking (JWK of an Ed25519 key, JSON); the subgraphs hold the public half. */
  ACTOR_PRIVATE_JWK: z.string().startsWith("{", "expected a JWK as JSON"),
  /** Session cookies are encrypted with a key derived from it. */
  SESSION_SECRET: z.string().min(32),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  WEB_URL: z.url().default("http://127.0.0.1:4020"),
  SUBGRAPH_PROJECTS_URL: z.url().default("http://127.0.0.1:4001/graphql"),
  SUBGRAPH_PEOPLE_URL: z.url().default("http://127.0.0.1:4002/graphql"),
  SUBGRAPH_SCENARIOS_URL: z.url().default("http://127.0.0.1:4003/graphql"),
  SUBGRAPH_MEETINGS_URL: z.url().default("http://127.0.0.1:4004/graphql"),
  SUBGRAPH_COMMUNICATIONS_URL: z.url().default("http://127.0.0.1:4005/graphql"),
  /** Seconds for which people's answer on who is asking holds. */
  ACTOR_KNOWN_FOR: z.coerce.number().min(0).default(60),
  /** Development only: where the portal's clock control is answered. Absent, /auth/dev/clock does not exist. */
  DEV_CLOCK_URL: z.url().optional(),
  /** A bearer token with which the metrics are read from elsewhere than this machine. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Where a weakness can be reported (mailto: or https:), for security.txt. */
  SECURITY_CONTACT: z.url().optional(),
};

export const readGatewayConfig = (env: NodeJS.ProcessEnv = process.env) => readConfig(shape, env);

export type GatewayConfig = ReturnType<typeof readGatewayConfig>;

export const subgraphUrls = (config: GatewayConfig): Record<SubgraphName, string> => ({
  projects: config.SUBGRAPH_PROJECTS_URL,
  people: config.SUBGRAPH_PEOPLE_URL,
  scenarios: config.SUBGRAPH_SCENARIOS_URL,
  meetings: config.SUBGRAPH_MEETINGS_URL,
  communications: config.SUBGRAPH_COMMUNICATIONS_URL,
});
