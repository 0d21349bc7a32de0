import { z } from "zod";

/** Reads the environment once, whole. Says every variable that is missing or wrong, then ends the process. */
export function readConfig<S extends z.ZodRawShape>(shape: S, env: NodeJS.ProcessEnv = process.env) {
  const result = z.object(shape).safeParse(env);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) console.error(`${path.join(".")}: ${message}`);
  process.exit(1);
}

/** What every process of Trame reads. */
export const common = {
  HOST: z.string().default("127.0.0.1"),
  LOG_LEVEL: z.string().default("info"),
  /** The domain clock; see clock.ts. */
  TRAME_NOW: z.string().optional(),
  TRAME_ORIGIN: z.url().default("http://localhost:4000"),
  /** A collector of traces (OTLP over HTTP); without it none are made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** Share of the traces that are kept, from 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

/** What a subgraph reads besides. */
export const subgraph = {
  ...common,
  PORT: z.coerce.number().int(),
  DATABASE_URL: z.string().startsWith("postgres"),
  EVENT_LOG: z.enum(["embedded", "kafka"]).default("embedded"),
  /** Database of the embedded log. */
  EVENT_LOG_URL: z.string().optional(),
  /** host:port, comma-separated. */
  KAFKA_BROKERS: z.string().optional(),
  KAFKA_TLS: z.stringbool().default(false),
  /** Certificate authority of the brokers (PEM), where the system does not know it. */
  KAFKA_CA: z.string().optional(),
  /** How a service says to the brokers who it is. */
  KAFKA_SASL: z.enum(["plain", "scram-sha-256", "scram-sha-512"]).optional(),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  /** After how long a consumer that died leaves its partitions to the others, in milliseconds. */
  KAFKA_SESSION_TIMEOUT_MS: z.coerce.number().int().default(20_000),
  /** Public key (JWK, JSON) of the gateway, which says who is asking. */
  ACTOR_PUBLIC_JWK: z.string(),
};

export type SubgraphConfig = ReturnType<typeof readConfig<typeof subgraph>>;
