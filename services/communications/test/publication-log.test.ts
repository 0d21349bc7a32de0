import { silentLogger } from "@trame/kit/log";
import Fastify, { type FastifyInstance } from "fastify";
import { routesWith } from "../src/routes.ts";
import { appendToLog } from "../src/store/publication-log.ts";
import { toPublication } from "../src/store/publications.ts";
import { communications, known, ORIGIN, type Tested } from "./examples.ts";

let it: Tested;
let http: FastifyInstance;

beforeEach(async () => {
  it = await communications();
  await known(it);
  http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger: silentLogger });
});
afterEach(async () => {
  await http.close();
  await it.stop();
});

const read = async (query = "") => (await http.inject(`/publications${query}`)).json();

test("R71: a program that was away reads what was published, updated and withdrawn since, in order", async () => {
  const { publicationId } = await it.hearsScenario("s1");
  await it.hearsScenario("s1", { title: "Nouveau titre" });
  await it.hearsScenario("s2");
  const first = await read("?limit=2");
  expect(first.items).toMatchObject([
    { type: "published", publication: { id: publicationId, title: "Scénario s1", url: `${ORIGIN}/scenarios/s1` } },
    { type: "updated", publication: { id: publicationId, title: "Nouveau titre" } },
  ]);
  const second = await read(`?after=${first.next}`);
  expect(second.items).toMatchObject([{ type: "published", publication: { title: "Scénario s2" } }]);
  expect(await read(`?after=${second.next}`)).toEqual({ items: [], next: second.next });
  await it.hearsWithdrawal("s1");
  const third = await read(`?after=${second.next}`);
  expect(third.items).toMatchObject([{ type: "withdrawn", publication: { id: publicationId } }]);
});

test("what was withdrawn is no longer handed to newcomers, who learn of the withdrawal only", async () => {
  await it.hearsScenario("s1");
  await it.hearsWithdrawal("s1");
  expect((await read()).items.map(({ type }: { type: string }) => type)).toEqual(["withdrawn"]);
});

test("a cursor or limit that is none is refused", async () => {
  for (const query of ["?after=x", "?after=-1", "?limit=0", "?limit=abc"]) {
    expect((await http.inject(`/publications${query}`)).statusCode).toBe(400);
  }
  expect((await http.inject("/publications?limit=9999")).statusCode).toBe(200);
});

describe("two writers", () => {
  const gate = () => {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, opened };
  };

  const publications = async () => (await it.db.publication.findMany({ orderBy: { title: "asc" } })).map(toPublication);

  test("whose commit order is inverted leave a log in commit order: a reader misses nothing", async () => {
    await it.hearsScenario("s1");
    await it.hearsScenario("s2");
    const [one, two] = await publications();
    if (!one || !two) throw new Error("two publications were expected");
    const { next: start } = await read();
    const secondDone = gate();
    const firstBegun = gate();
    // Begins first, and commits last.
    const first = it.db.$transaction(async (tx) => {
      await tx.$queryRaw`select txid_current()::text as begun`;
      firstBegun.open();
      await secondDone.opened;
      await appendToLog(tx, [{ type: "PublicationUpdated", publication: one }], ORIGIN);
    });
    await firstBegun.opened;
    await it.db.$transaction((tx) => appendToLog(tx, [{ type: "PublicationUpdated", publication: two }], ORIGIN));
    const seen = await read(`?after=${start}`);
    expect(seen.items).toMatchObject([{ publication: { id: two.id } }]);
    secondDone.open();
    await first;
    expect((await read(`?after=${seen.next}`)).items).toMatchObject([{ publication: { id: one.id } }]);
  });

  test("the second waits for a place until the first has committed: no place is seen before a smaller one", async () => {
    await it.hearsScenario("s1");
    await it.hearsScenario("s2");
    const [one, two] = await publications();
    if (!one || !two) throw new Error("two publications were expected");
    const { next: start } = await read();
    const release = gate();
    const placed = gate();
    const order: string[] = [];
    const first = it.db
      .$transaction(async (tx) => {
        await appendToLog(tx, [{ type: "PublicationUpdated", publication: one }], ORIGIN);
        placed.open();
        await release.opened;
      })
      .then(() => order.push("first"));
    await placed.opened;
    const second = it.db
      .$transaction((tx) => appendToLog(tx, [{ type: "PublicationUpdated", publication: two }], ORIGIN))
      .then(() => order.push("second"));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(order).toEqual([]);
    expect((await read(`?after=${start}`)).items).toEqual([]);
    release.open();
    await Promise.all([first, second]);
    expect(order[0]).toBe("first");
    const { items } = await read(`?after=${start}`);
    expect(items.map(({ publication }: { publication: { id: string } }) => publication.id)).toEqual([one.id, two.id]);
  });
});
