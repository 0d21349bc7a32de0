import { readFileSync } from "node:fs";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";
import { type Actor, systemActor } from "../src/actor.ts";
import { auditTrail } from "../src/audit.ts";
import { inNameOf } from "../src/common-sdl.ts";
import { createInbox } from "../src/inbox.ts";
import { silentLogger as logger } from "../src/log.ts";
import { operationsResolvers } from "../src/operations.ts";
import { appendEvents } from "../src/outbox.ts";
import { scalars } from "../src/scalars.ts";
import { schedule } from "../src/scheduler.ts";
import { events, heardBy, NOON, openDatabase, reactionsThat, said, says, type TestDatabase, TOPIC } from "./support.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
type Data = any;

const OPERATOR: Actor = { kind: "person", personId: "ines", name: "ines", mandates: [{ role: "ADMIN" }], scopes: [] };
const ANYBODY: Actor = { ...OPERATOR, personId: "karim", mandates: [{ role: "READER" }] };

let service: TestDatabase;
const poison = new Set<string>();

beforeAll(async () => {
  service = await openDatabase();
});
beforeEach(async () => {
  poison.clear();
  await service.db.$executeRawUnsafe("delete from kit.parked");
  await service.db.$executeRawUnsafe("delete from kit.outbox");
  await service.db.$executeRawUnsafe("delete from kit.due");
  await service.db.$executeRawUnsafe("truncate heard");
});
afterAll(() => service.close());

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const shared = inNameOf("ears", readFileSync(`${__dirname}/../common.graphql`, "utf8"));
const schema = buildSubgraphSchema({
  typeDefs: parse(`${FEDERATION} type Query { x: Int } type Mutation { x: Int } ${shared}`),
  resolvers: { ...scalars, ...operationsResolvers({ name: "ears", events, follows: [TOPIC] }) } as object,
} as Parameters<typeof buildSubgraphSchema>[0]);

async function ask(actor: Actor, source: string, variableValues: Record<string, unknown> = {}): Promise<Data> {
  const contextValue = { db: service.db, actor, at: NOON };
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  if (errors) throw errors[0]?.originalError ?? errors[0];
  return data;
}

const inbox = () =>
  createInbox({
    service: "ears",
    db: service.db,
    logger,
    events,
    reactions: reactionsThat(poison),
    retries: { tries: 2, firstPauseMs: 1 },
  });

const PARKED = `{ earsOperations { parkedMessages parked { totalCount nodes { topic key waiting eventId tries error eventType replayRequested summary { name value } } } } }`;

test("an operator sees what is parked and why, and nobody else does", async () => {
  poison.add("bad");
  const { receive } = inbox();
  await receive(said("a", "bad", { id: "e1" }));
  await receive(said("a", "after", { id: "e2", version: 2 }));
  const { earsOperations } = await ask(OPERATOR, PARKED);
  expect(earsOperations).toMatchObject({ parkedMessages: 2, parked: { totalCount: 1 } });
  expect(earsOperations.parked.nodes).toMatchObject([
    {
      topic: TOPIC,
      key: "a",
      waiting: 2,
      eventId: "e1",
      tries: 2,
      eventType: "google.protobuf.StringValue",
      replayRequested: false,
      summary: [{ name: "value", value: "texte de 3 caractères" }],
    },
  ]);
  expect(earsOperations.parked.nodes[0].error).toContain('cannot bear "bad"');
  await expect(ask(ANYBODY, PARKED)).rejects.toThrow("FORBIDDEN");
});

const REPLAY = `mutation($input: ReplayParkedInput!) { replayParkedInEars(input: $input) { count errors { kind code } operations { name parked { nodes { replayRequested } } } } }`;

test("a replay, once the cause is mended, handles the key in its order; it is in the trail", async () => {
  poison.add("bad");
  const { receive, replayRequested } = inbox();
  await receive(said("a", "bad", { id: "r1" }));
  await receive(said("a", "after", { id: "r2", version: 2 }));
  const input = { topic: TOPIC, key: "a" };
  expect((await ask(ANYBODY, REPLAY, { input })).replayParkedInEars).toMatchObject({
    count: null,
    operations: null,
    errors: [{ kind: "FORBIDDEN" }],
  });
  expect((await ask(OPERATOR, REPLAY, { input })).replayParkedInEars).toEqual({
    count: 2,
    errors: [],
    operations: { name: "ears", parked: { nodes: [{ replayRequested: true }] } },
  });
  poison.clear();
  await replayRequested();
  expect(await heardBy(service.db, "a")).toEqual(["bad", "after"]);
  expect(await auditTrail(service.db, "Event:r1")).toMatchObject([
    { action: "event.replayed", actor: { personId: "ines" }, detail: { topic: TOPIC, key: "a", count: 2 } },
  ]);
  expect((await ask(OPERATOR, REPLAY, { input })).replayParkedInEars.errors).toEqual([
    { kind: "CONFLICT", code: "NOT_PARKED" },
  ]);
});

const SKIP = `mutation($input: SkipParkedInput!) { skipParkedInEars(input: $input) { count errors { code field } } }`;

test("a skip needs a reason and the very message that was read; the next of its key goes on", async () => {
  poison.add("bad");
  const { receive, replayRequested } = inbox();
  await receive(said("a", "bad", { id: "s1" }));
  await receive(said("a", "after", { id: "s2", version: 2 }));
  const input = { topic: TOPIC, key: "a", eventId: "s1", reason: "le texte est perdu" };
  const errorsOf = async (other: object) =>
    (await ask(OPERATOR, SKIP, { input: { ...input, ...other } })).skipParkedInEars.errors;
  expect(await errorsOf({ reason: " " })).toEqual([{ code: "REQUIRED", field: "reason" }]);
  expect(await errorsOf({ eventId: "s2" })).toEqual([{ code: "CHANGED_MEANWHILE", field: "eventId" }]);
  expect(await errorsOf({})).toEqual([]);
  await replayRequested();
  expect(await heardBy(service.db, "a")).toEqual(["after"]);
  expect(await auditTrail(service.db, "Event:s1")).toMatchObject([
    { action: "event.skipped", reason: "le texte est perdu", actor: { personId: "ines" } },
  ]);
});

const REPUBLISH = `mutation($input: RepublishInput!) { republishFromEars(input: $input) { count errors { code field } operations { outboxWaiting outboxLast } } }`;

test("a republication sends again what was published since a date or a number, and says why", async () => {
  const { db } = service;
  await appendEvents(db, [says("a", "one"), { ...says("b", "two"), at: new Date("2020-06-01T00:00:00Z") }]);
  await db.$executeRawUnsafe("update kit.outbox set published_at = now()");
  const republish = async (input: object) => (await ask(OPERATOR, REPUBLISH, { input })).republishFromEars;
  expect((await republish({ reason: "" })).errors).toEqual([{ code: "REQUIRED", field: "reason" }]);
  const both = { reason: "essai", from: "2020-06-01T00:00:00Z", fromSeq: 1 };
  expect((await republish(both)).errors).toEqual([{ code: "ONE_POINT", field: "fromSeq" }]);
  expect((await republish({ reason: "essai" })).errors).toEqual([{ code: "ONE_POINT", field: "from" }]);
  const since = await republish({ reason: "projection perdue", from: "2020-06-01T00:00:00Z" });
  expect(since).toMatchObject({ count: 1, errors: [], operations: { outboxWaiting: 1 } });
  const { outboxLast } = since.operations;
  expect(await republish({ reason: "projection perdue", fromSeq: outboxLast })).toMatchObject({ count: 0 });
  expect(await republish({ reason: "projection perdue", everything: true })).toMatchObject({ count: 1 });
  const trail = await auditTrail(db, "Service:ears");
  expect(trail).toHaveLength(3);
  expect(trail[0]).toMatchObject({ action: "events.republished", reason: "projection perdue", detail: { count: 1 } });
});

test("the schedule tells what is late and what fails, page by page", async () => {
  const { db } = service;
  const at = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);
  for (const [key, hours] of [
    ["late", -2],
    ["soon", 1],
    ["later", 5],
  ] as const) {
    await schedule(db, { kind: "wake", key, dueAt: at(hours) });
  }
  await db.$executeRawUnsafe("update kit.due set attempts = 3, last_error = 'Error: no' where key = 'late'");
  const query = `query($first: Int, $after: String, $filter: DueRowFilter) { earsOperations { dueLate dueFailing schedule(first: $first, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor } nodes { key late attempts lastError } } } }`;
  const { earsOperations: first } = await ask(OPERATOR, query, { first: 2 });
  expect(first).toMatchObject({
    dueLate: 1,
    dueFailing: 1,
    schedule: { totalCount: 3, pageInfo: { hasNextPage: true } },
  });
  expect(first.schedule.nodes).toEqual([
    { key: "late", late: true, attempts: 3, lastError: "Error: no" },
    { key: "soon", late: false, attempts: 0, lastError: null },
  ]);
  const { earsOperations: next } = await ask(OPERATOR, query, { first: 2, after: first.schedule.pageInfo.endCursor });
  expect(next.schedule.nodes).toMatchObject([{ key: "later" }]);
  const { earsOperations: failing } = await ask(OPERATOR, query, { filter: { failing: true } });
  expect(failing.schedule.nodes).toMatchObject([{ key: "late" }]);
});

test("the trail is searched by subject, actor and act, newest first, page by page", async () => {
  const query = `query($filter: AuditFilter, $first: Int, $after: String) { earsOperations { audit(filter: $filter, first: $first, after: $after) { totalCount pageInfo { endCursor } nodes { actorId actorName action subject reason detail { name value } } } } }`;
  const search = async (variables: object) => (await ask(OPERATOR, query, { ...variables })).earsOperations.audit;
  const newest = await search({ filter: { subject: "Event" }, first: 1 });
  expect(newest.totalCount).toBe(2);
  expect(newest.nodes).toMatchObject([{ action: "event.skipped", subject: "Event:s1", actorId: "ines" }]);
  const older = await search({ filter: { subject: "Event" }, after: newest.pageInfo.endCursor });
  expect(older.nodes).toMatchObject([{ action: "event.replayed", subject: "Event:r1" }]);
  expect(older.nodes[0].detail).toContainEqual({ name: "key", value: "a" });
  expect((await search({ filter: { actor: systemActor("ears").name } })).totalCount).toBe(0);
  expect((await search({ filter: { actor: "ines", action: "events.republished" } })).totalCount).toBe(3);
});
