import { eventually } from "@trame/kit/testing/events";
import { restoredCopyOf } from "./backup.ts";
import { openCollector, type Span } from "./collector.ts";
import { eraseSomebody, tracesOf } from "./erasure.ts";
import { personsInLogs } from "./persons-in-logs.ts";
import { liveTheStory } from "./story.ts";
import { systemUnderTest } from "./trame.ts";

jest.setTimeout(600_000);

let system: Awaited<ReturnType<typeof systemUnderTest>>;
let collector: Awaited<ReturnType<typeof openCollector>>;

beforeAll(async () => {
  collector = await openCollector();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.endpoint;
  process.env.LOG_LEVEL = "debug";
  system = await systemUnderTest();
});
afterAll(async () => {
  await system?.stop();
  await collector.close();
});

test("R17–R21, R24, R32, R34, R40, R43, R46, R50–R52, R54, R61, R62, R68, R71, R72, R87: the chain from the call to the newsletter, each step by its person and refused to the others, twice on the same data", async () => {
  await liveTheStory(system.world);
  await liveTheStory({ ...system.world, turn: "2031-2032" });
});

test("one mutation is one trace: gateway, service, SQL, event, and what another service does about it", async () => {
  const path = [
    "people: react to ProjectOpened",
    "projects: append events",
    "projects: POST /graphql",
    "gateway: subgraph projects",
    "gateway: POST /graphql",
  ];
  // Spans leave once a second.
  const reaction = (await eventually(() =>
    collector
      .spans()
      .filter(({ service, name }) => `${service}: ${name}` === path[0])
      .find((span) => collector.upwards(span).length >= path.length),
  )) as Span;
  expect(collector.upwards(reaction).map(({ service, name }) => `${service}: ${name}`)).toEqual(path);
  const inTrace = collector.spans().filter(({ traceId }) => traceId === reaction.traceId);
  const sql = inTrace.filter(({ name }) => name.startsWith("SQL "));
  expect(sql.map(({ service }) => service)).toEqual(expect.arrayContaining(["projects", "people"]));
});

test("no log of any process names a person or holds a mail address", async () => {
  expect(await personsInLogs(system.trame)).toEqual([]);
});

test("a person who wants to be forgotten is, in every table, log and file of the five services, which say so one by one", async () => {
  const { words, receipt } = await eraseSomebody(system.world);
  expect(receipt.services.every(({ erasedAt }: { erasedAt: string | null }) => erasedAt !== null)).toBe(true);
  // The log forgets a key when its tombstone arrives.
  await eventually(async () => (await tracesOf(system.trame, words)).length === 0, { withinMs: 20_000 }).catch(
    () => {},
  );
  expect(await tracesOf(system.trame, words)).toEqual([]);
});

test("a backup of the running programme, restored into an empty place, is the same row by row, and the story goes on there", async () => {
  const copy = await restoredCopyOf(system.trame);
  const restored = await systemUnderTest({ dataDir: copy.dataDir, demo: false });
  try {
    await liveTheStory({ ...restored.world, turn: "2032-2033" });
  } finally {
    await restored.stop();
    copy.remove();
  }
});
