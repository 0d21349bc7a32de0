import type { SubgraphConfig } from "./config.ts";
import type { EventLogConfig, KafkaUser } from "./event-log.ts";
import type { Logger } from "./log.ts";

/** Which log, from the environment; what is missing for it stops the start. */
export function eventLogConfig(clientId: string, config: LogSettings, logger: Logger): EventLogConfig {
  if (config.EVENT_LOG === "embedded") {
    return { kind: "embedded", databaseUrl: needed("EVENT_LOG_URL", config, "EVENT_LOG is embedded"), logger };
  }
  return {
    kind: "kafka",
    brokers: needed("KAFKA_BROKERS", config, "EVENT_LOG is kafka").split(","),
    clientId,
    logger,
    sessionTimeoutMs: config.KAFKA_SESSION_TIMEOUT_MS,
    tls: config.KAFKA_TLS ? { ca: config.KAFKA_CA } : undefined,
    sasl: kafkaUser(config),
  };
}

function kafkaUser(config: LogSettings): KafkaUser | undefined {
  const { KAFKA_SASL: mechanism, KAFKA_TLS: encrypted } = config;
  if (!mechanism) return undefined;
  if (mechanism === "plain" && !encrypted) throw new Error("KAFKA_SASL plain asks for KAFKA_TLS: the password is sent");
  return {
    mechanism,
    username: needed("KAFKA_USERNAME", config, "KAFKA_SASL is given"),
    password: needed("KAFKA_PASSWORD", config, "KAFKA_SASL is given"),
  };
}

type LogSettings = Pick<SubgraphConfig, "EVENT_LOG" | "EVENT_LOG_URL" | `KAFKA_${KafkaSetting}`>;

type KafkaSetting = "BROKERS" | "SESSION_TIMEOUT_MS" | "TLS" | "CA" | "SASL" | "USERNAME" | "PASSWORD";

type Text = "EVENT_LOG_URL" | "KAFKA_BROKERS" | "KAFKA_USERNAME" | "KAFKA_PASSWORD";

function needed(name: Text, config: LogSettings, why: string): string {
  const value = config[name];
  if (!value) throw new Error(`${name} is missing: ${why}`);
  return value;
}
