import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka,
  logLevel,
  ResourcePatternTypes,
} from "kafkajs";
import { parseAllDocuments } from "yaml";
import { findKafka, type LocalKafka, startKafka } from "../dev/kafka.ts";
import type { KafkaUser as UserManifest } from "../dev/manifests/operators.ts";
import { root, SERVICES } from "../dev/programs.ts";
import { type EventLog, oneByOne } from "../src/event-log.ts";
import { openKafkaLog } from "../src/event-log-kafka.ts";
import { silentLogger as logger } from "../src/log.ts";
import { eventually } from "../src/testing/events.ts";
import { describeWith } from "./needs.ts";
import { said } from "./support.ts";

jest.setTimeout(300_000);

/** The topics that each service writes: proto-schemas/src/topics.ts. */
const WRITES: Record<string, string[]> = {
  projects: ["traam.projects.v1"],
  people: ["traam.people.v1", "traam.people-state.v1"],
  scenarios: ["traam.scenarios.v1"],
  meetings: ["traam.meetings.v1"],
  communications: ["traam.communications.v1", "traam.publications.v1"],
};
const TOPICS = Object.values(WRITES).flat();

const users = parseAllDocuments(readFileSync(join(root, "k8s/components/kafka-strimzi/users.yaml"), "utf8")).map(
  (document) => document.toJS() as UserManifest,
);

// Its own, also where a broker is given by its address: that one's users are not ours to make.
const found = findKafka({ ...process.env, KAFKA_BROKERS: undefined });

describeWith("A guarded Kafka", found.kind === "none" ? found.reason : undefined, () => {
  let kafka: LocalKafka;
  let dir: string;
  const opened: EventLog[] = [];

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "trame-kafka-"));
    const access = { users: Object.fromEntries(users.map(({ metadata: { name } }) => [name, `of ${name}`])) };
    kafka = await startKafka({ dir, access, ...(found.kind !== "none" && { found }) });
    const inner = openKafkaLog({ kind: "kafka", brokers: [kafka.brokers], clientId: "admin", logger });
    await inner.ensureTopics(TOPICS);
    await inner.close();
    await allow(kafka.brokers);
  });
  afterAll(async () => {
    await Promise.all(opened.map((log) => log.close()));
    await kafka?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  interface Entry {
    as: string;
    password?: string;
    trusted?: boolean;
    tls?: boolean;
  }
  function open({ as, password = `of ${as}`, trusted = true, tls = true }: Entry): EventLog {
    const log = openKafkaLog({
      kind: "kafka",
      brokers: [kafka.secure?.brokers ?? ""],
      clientId: as,
      logger,
      sessionTimeoutMs: 6000,
      tls: tls ? { ca: trusted ? kafka.secure?.ca : undefined } : undefined,
      sasl: { mechanism: "scram-sha-512", username: as, password },
    });
    opened.push(log);
    return log;
  }
  const speak = (log: EventLog, topic: string) => log.append([said("key", "word", { topic })]);

  test("lets in who says the right word over TLS, and nobody else", async () => {
    const as = "projects-kafka";
    await speak(open({ as }), "traam.projects.v1");
    await expect(speak(open({ as, password: "wrong" }), "traam.projects.v1")).rejects.toThrow(/auth/i);
    await expect(speak(open({ as, tls: false }), "traam.projects.v1")).rejects.toThrow();
    await expect(speak(open({ as, trusted: false }), "traam.projects.v1")).rejects.toThrow(/certificate/i);
  });

  test.each(SERVICES)(
    "lets %s write its own topics, read all and answer for its group, by the manifests' users",
    async (name) => {
      const log = open({ as: `${name}-kafka` });
      for (const topic of WRITES[name] ?? []) await speak(log, topic);
      const heard = new Set<string>();
      const consumer = log.subscribe({
        group: name,
        topics: TOPICS,
        logger,
        onMessages: oneByOne(async ({ topic }) => void heard.add(topic)),
      });
      await eventually(() => WRITES[name]?.every((topic) => heard.has(topic)));
      expect(Object.keys(await log.lags(name, TOPICS)).sort()).toEqual([...TOPICS].sort());
      await consumer.stop();
      const others = TOPICS.filter((topic) => !WRITES[name]?.includes(topic));
      for (const topic of others) await expect(speak(log, topic)).rejects.toThrow(/authorized/i);
    },
  );
});

/** As Strimzi's user operator does it. */
async function allow(brokers: string): Promise<void> {
  const admin = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const resources = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP };
  const patterns = { literal: ResourcePatternTypes.LITERAL, prefix: ResourcePatternTypes.PREFIXED };
  const operations = {
    Describe: AclOperationTypes.DESCRIBE,
    Read: AclOperationTypes.READ,
    Write: AclOperationTypes.WRITE,
  };
  const acl = users.flatMap(({ metadata, spec }) =>
    (spec.authorization?.acls ?? []).flatMap(({ resource, operations: allowed }) =>
      allowed.map((operation) => ({
        resourceType: resources[resource.type],
        resourceName: resource.name,
        resourcePatternType: patterns[resource.patternType],
        principal: `User:${metadata.name}`,
        host: "*",
        operation: operations[operation],
        permissionType: AclPermissionTypes.ALLOW,
      })),
    ),
  );
  await admin.createAcls({ acl });
  const any = {
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  };
  const known = async () => (await admin.describeAcls(any)).resources.flatMap(({ acls }) => acls).length;
  await eventually(async () => (await known()) === acl.length);
  await admin.disconnect();
}
