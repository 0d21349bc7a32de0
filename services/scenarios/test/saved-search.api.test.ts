import { ANONYMOUS } from "@trame/kit/actor";
import { newId } from "@trame/kit/id";
import { silentLogger as logger } from "@trame/kit/log";
import { peopleStateEvents, scenariosEvents } from "@trame/proto-schemas/topics";
import { tellSearches } from "../src/search-alerts.ts";
import { AT, claire, ian, karim, nina, openScenarios, stranger } from "./examples.ts";

let service: Awaited<ReturnType<typeof openScenarios>>;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const day = (n: number, hours = 0) => new Date(AT.getTime() + (n * 24 + hours) * 3600 * 1000);
type Actor = typeof claire | typeof ANONYMOUS;

async function does(actor: Actor, mutation: string, input: object) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const answered = await service.query(
    actor,
    `mutation ($input: ${type}) { ${mutation}(input: $input) {
      savedSearch { id name path alert savedAt } viewer { savedSearches { name } } errors { kind code field } } }`,
    { input },
  );
  return answered[mutation];
}
const saves = async (actor: Actor, input: object) => {
  const { savedSearch, errors } = await does(actor, "saveSearch", input);
  expect(errors).toEqual([]);
  return savedSearch;
};

async function read(actor: typeof claire, id: string) {
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer {
    savedSearches { id name alert } heldByScenarios { label count } } } }`;
  return (await service.query(actor, query, { id }))._entities[0];
}

const looksAt = (at: Date) => tellSearches({ db: service.db, clock: { now: () => at }, logger });
const told = async (personId: string) =>
  (await service.saidOf(scenariosEvents.NoticeIssued))
    .map(({ notice }) => notice)
    .filter((notice) => notice?.kind === "SAVED_SEARCH" && notice.personIds.includes(personId));

test("a person keeps a search, renames it, deletes it, and nobody else sees or touches it", async () => {
  const input = { name: "Drones", search: "drone", criteria: { disciplineCode: "svt" } };
  const { savedSearch, viewer } = await does(claire, "saveSearch", input);
  expect(savedSearch).toMatchObject({ name: "Drones", path: "/scenarios?q=drone&discipline=svt", alert: "NONE" });
  expect(viewer.savedSearches).toEqual([{ name: "Drones" }]);
  expect((await does(ANONYMOUS, "saveSearch", input)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);

  const { id: savedSearchId } = savedSearch;
  for (const [mutation, more] of [
    ["changeSavedSearch", { name: "À moi" }],
    ["deleteSavedSearch", {}],
  ] as const) {
    expect(await does(karim, mutation, { savedSearchId, ...more })).toMatchObject({
      savedSearch: null,
      errors: [{ code: "NOT_FOUND", field: "savedSearchId" }],
    });
  }
  expect((await read(karim, "claire")).savedSearches).toBeNull();

  const changed = await does(claire, "changeSavedSearch", { savedSearchId, name: "Vu du ciel", alert: "WEEKLY" });
  expect(changed.savedSearch).toMatchObject({ name: "Vu du ciel", alert: "WEEKLY" });
  expect((await read(claire, "claire")).heldByScenarios).toContainEqual({ label: "Recherches enregistrées", count: 1 });
  expect(await does(claire, "deleteSavedSearch", { savedSearchId })).toMatchObject({
    savedSearch: null,
    viewer: { savedSearches: [] },
    errors: [],
  });
});

test("twenty searches are kept at most, also when they come at once", async () => {
  const answers = await Promise.all(
    Array.from({ length: 22 }, (_, n) => does(stranger, "saveSearch", { name: `Recherche ${n}` })),
  );
  const refused = answers.flatMap(({ errors }) => errors);
  expect(refused.map(({ code }) => code)).toEqual(["TOO_MANY_SEARCHES", "TOO_MANY_SEARCHES"]);
  expect((await read(stranger, "stranger")).savedSearches).toHaveLength(20);
});

test("what was published since the last look is told once, by one replica, and what was withdrawn never", async () => {
  await service.publishes(claire, "Drone d'avant");
  await saves(nina, { name: "Drones", search: "drones", criteria: { academyCode: "14" }, alert: "DAILY" });
  service.setNow(day(0, 5));
  await service.publishes(claire, "Relever par drone");
  await service.publishes(claire, "Sans rapport");
  const withdrawn = await service.publishes(claire, "Drone retiré");
  await service.must(ian, "withdrawScenario", { scenarioId: withdrawn.id, reason: "Un élève y est reconnaissable." });

  await looksAt(day(0, 23));
  expect(await told("nina")).toEqual([]);
  await Promise.all([looksAt(day(1)), looksAt(day(1)), looksAt(day(1))]);
  expect(await told("nina")).toMatchObject([
    {
      title: "Un nouveau scénario pour votre recherche « Drones »",
      text: "« Relever par drone »",
      path: "/scenarios?q=drones&academie=14&tri=PUBLISHED_DESC",
    },
  ]);
  for (const n of [2, 3]) await looksAt(day(n));
  expect(await told("nina")).toHaveLength(1);
});

test("what is published during a pause is not told after it", async () => {
  service.setNow(day(10));
  const { id: savedSearchId } = await saves(karim, { name: "Cartes", search: "carte", alert: "DAILY" });
  await does(karim, "changeSavedSearch", { savedSearchId, alert: "NONE" });
  service.setNow(day(11));
  await service.publishes(claire, "Carte pendant la pause");
  await looksAt(day(13));
  service.setNow(day(14));
  await does(karim, "changeSavedSearch", { savedSearchId, alert: "DAILY" });
  await looksAt(day(15));
  expect(await told("karim")).toEqual([]);
  service.setNow(day(15, 1));
  await service.publishes(claire, "Carte après la pause");
  await looksAt(day(16));
  expect(await told("karim")).toMatchObject([{ text: "« Carte après la pause »" }]);
});

test("the searches of an erased person are forgotten", async () => {
  await saves(karim, { name: "Encore", search: "nuage" });
  const state = { id: "karim", displayName: "Karim Benali", academyCode: "14", erasureId: newId() };
  await service.hears(peopleStateEvents.PersonState, "karim", state);
  expect(await service.db.savedSearch.count({ where: { personId: "karim" } })).toBe(0);
});
