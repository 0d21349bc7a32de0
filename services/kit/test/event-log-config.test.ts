import { readConfig, subgraph } from "../src/config.ts";
import { eventLogConfig } from "../src/event-log-config.ts";
import { silentLogger as logger } from "../src/log.ts";

const usual = { PORT: "4001", DATABASE_URL: "postgresql://localhost/x", ACTOR_PUBLIC_JWK: "{}" };
const kafka = { EVENT_LOG: "kafka", KAFKA_BROKERS: "a:9092,b:9092" };
const read = (env: Record<string, string>) => eventLogConfig("x", readConfig(subgraph, { ...usual, ...env }), logger);

test("the log in PostgreSQL needs its database, Kafka its brokers", () => {
  expect(read({ EVENT_LOG_URL: "postgresql://localhost/log" })).toMatchObject({ kind: "embedded" });
  expect(() => read({})).toThrow("EVENT_LOG_URL is missing: EVENT_LOG is embedded");
  expect(read(kafka)).toMatchObject({ kind: "kafka", brokers: ["a:9092", "b:9092"], tls: undefined, sasl: undefined });
  expect(() => read({ EVENT_LOG: "kafka" })).toThrow("KAFKA_BROKERS is missing: EVENT_LOG is kafka");
});

test("guarded brokers are given a name and a password, and never a readable one without TLS", () => {
  const user = { KAFKA_USERNAME: "projects-kafka", KAFKA_PASSWORD: "secret" };
  expect(read({ ...kafka, ...user, KAFKA_TLS: "true", KAFKA_CA: "pem", KAFKA_SASL: "scram-sha-512" })).toMatchObject({
    tls: { ca: "pem" },
    sasl: { mechanism: "scram-sha-512", username: "projects-kafka", password: "secret" },
  });
  expect(() => read({ ...kafka, KAFKA_SASL: "scram-sha-512", KAFKA_USERNAME: "x" })).toThrow(
    "KAFKA_PASSWORD is missing",
  );
  expect(() => read({ ...kafka, ...user, KAFKA_SASL: "plain" })).toThrow("KAFKA_SASL plain asks for KAFKA_TLS");
  // A name without a way to say it is no user: the manifests give it always.
  expect(read({ ...kafka, ...user })).toMatchObject({ sasl: undefined });
});
