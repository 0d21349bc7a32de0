import { silentLogger as logger } from "@trame/kit/log";
import { scenariosEvents } from "@trame/proto-schemas/topics";
import { startWatching } from "../src/store/watch.ts";
import { watchAddresses } from "../src/watch.ts";
import { AT, claire, expert, openScenarios, referent } from "./examples.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
let service: Scenarios;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const URL = "https://espaceeducatif.ac-rennes.fr/svt/biodiversite";
const day = (n: number) => new Date(AT.getTime() + n * 24 * 3600 * 1000);
const visitOn = (at: Date) =>
  watchAddresses({ db: service.db, clock: { now: () => at }, visit: service.web.visit, logger });

async function seen(id: string) {
  const query = `query ($id: ID!) { scenario(id: $id) { addressWatch { checkedAt brokenSince detail nextCheckAt } } }`;
  return (await service.query(expert, query, { id })).scenario.addressWatch;
}

async function tasksOf(actor: typeof claire) {
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer { scenarioTasks { title detail } } } }`;
  const { _entities } = await service.query(actor, query, { id: actor.personId });
  return _entities[0].scenarioTasks;
}

test("R68: a published address that breaks is told once, with a task, until it opens again", async () => {
  const { id } = await service.publishes(claire, "Relever la biodiversité");
  await startWatching(service.db);
  expect(await seen(id)).toEqual({ checkedAt: null, brokenSince: null, detail: "", nextCheckAt: day(7).toISOString() });

  service.web.visited.length = 0;
  await visitOn(day(6));
  expect(service.web.visited).toEqual([]);
  service.web.says(URL, { kind: "UNREACHABLE", detail: "Le site répond 404 au lieu de 200." });
  for (const n of [7, 8, 9, 10]) await visitOn(day(n));
  expect(service.web.visited).toEqual([URL, URL, URL, URL]);
  expect(await seen(id)).toMatchObject({
    brokenSince: day(7).toISOString(),
    detail: "Le site répond 404 au lieu de 200.",
  });
  const told = await service.saidOf(scenariosEvents.NoticeIssued);
  expect(told.map(({ notice }) => notice)).toMatchObject([
    {
      title: "L'adresse d'un scénario publié ne s'ouvre plus",
      personIds: ["claire"],
      audiences: [{ role: "REFERENT", academyCode: "14" }],
      path: `/espace/scenarios/${id}#openAddress`,
    },
  ]);
  const repair = { title: "Rétablir l'adresse ouverte du scénario" };
  expect(await tasksOf(claire)).toEqual([expect.objectContaining(repair)]);
  expect(await tasksOf(referent)).toEqual([expect.objectContaining(repair)]);

  service.web.says(URL, { kind: "PAGE", finalUrl: URL });
  await visitOn(day(11));
  expect(await seen(id)).toMatchObject({ brokenSince: null, nextCheckAt: day(18).toISOString() });
  expect((await service.saidOf(scenariosEvents.NoticeSettled)).length).toBe(1);
  expect((await service.saidOf(scenariosEvents.NoticeIssued)).at(-1)?.notice).toMatchObject({
    title: "L'adresse d'un scénario s'ouvre de nouveau",
  });
  expect(await tasksOf(claire)).toEqual([]);
});

test("R68: another address is watched from the start, and a withdrawn scenario no more", async () => {
  const { id: scenarioId } = await service.publishes(claire, "Changer d'adresse");
  await startWatching(service.db);
  service.web.says(URL, { kind: "UNREACHABLE", detail: "Le site répond 404 au lieu de 200." });
  for (const n of [20, 21, 22]) await visitOn(day(n));
  const other = "https://espaceeducatif.ac-rennes.fr/svt/nouvelle";
  await service.must(referent, "setOpenAddress", { scenarioId, url: other });
  expect(await seen(scenarioId)).toBeNull();
  await visitOn(day(23));
  expect(await seen(scenarioId)).toMatchObject({ brokenSince: null, checkedAt: day(23).toISOString() });

  await service.must(referent, "withdrawScenario", { scenarioId, reason: "Un élève y est reconnaissable." });
  service.web.visited.length = 0;
  await visitOn(day(60));
  expect(service.web.visited).not.toContain(other);
});
