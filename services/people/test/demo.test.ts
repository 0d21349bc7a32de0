import type { Demo } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { groups } from "../demo/groups.ts";
import personas from "../demo/personas.json" with { type: "json" };
import { persons, plan } from "../demo/persons.ts";
import { wrapUp } from "../demo/wrap-up.ts";
import type { Db, Tx } from "../src/database.ts";
import { gateway, type People, people, teacher } from "./examples.ts";

let it: People;
let demo: Demo<Tx, Db>;
const before = process.env.TRAME_DEMO_SIZE;

beforeAll(async () => {
  process.env.TRAME_DEMO_SIZE = before ?? "small";
  it = await people("2020-05-18T07:00:00Z");
  demo = {
    db: it.db as Db,
    origin: "http://localhost:4000",
    say: () => {},
    commit: (by, at, work) => (it.db as Db).$transaction((tx) => work(tx, { by, at }), { timeout: 60_000 }),
    async each(_, items, work) {
      for (const [index, item] of items.entries()) await work(item, index);
    },
  };
}, 120_000);
afterAll(async () => {
  process.env.TRAME_DEMO_SIZE = before;
  await it.stop();
});

/** What the demonstration of projects makes of the mandates that it hears of. */
async function projectsDecide(): Promise<void> {
  const { teams } = plan();
  for (const themeId of new Set(teams.map((team) => team.themeId))) await it.themeIsAgreed(themeId);
  for (const { themeId, academyCode } of teams.filter(({ retained }) => retained)) {
    const where = { themeId, academyCode };
    const of = (role: string) => it.db.mandate.findMany({ where: { ...where, role }, orderBy: { id: "asc" } });
    const [[referent], [pilot], members] = [await of("REFERENT"), await of("PILOT"), await of("TEACHER")];
    await it.projectOpens(
      {
        projectId: stableId("demo-project", themeId, academyCode),
        ...where,
        referentId: referent?.personId,
        pilotId: pilot?.personId,
        members: members.map(({ personId, degree, track, disciplineCode, departement, implementsInClass }) =>
          teacher(personId, { degree, track, disciplineCode, departement, implementsInClass }),
        ),
      },
      { id: `event/${themeId}/${academyCode}` },
    );
  }
}

test("the demonstration's teams are composed, and written twice nothing changes", async () => {
  const { persons: all, mandates, teams } = plan();
  await persons(demo);
  expect(await it.db.person.count()).toBe(all.length);
  expect(await it.db.mandate.count()).toBe(mandates.length);
  await projectsDecide();
  expect(await it.db.mandate.count()).toBe(mandates.length);
  await groups(demo);
  await wrapUp(demo);

  const retained = teams.filter((team) => team.retained);
  const flawed = retained.filter(({ flaw }) => flaw !== null && flaw !== "NO_PILOT");
  expect(await it.db.academicGroup.count()).toBe(retained.length);
  expect(await it.db.academicGroup.count({ where: { complete: true } })).toBe(retained.length - flawed.length);
  expect(await it.db.nationalGroup.count({ where: { complete: false } })).toBe(0);

  const said = (await it.said()).length;
  await persons(demo);
  await groups(demo);
  await wrapUp(demo);
  expect((await it.said()).length).toBe(said);
  expect(await it.parked()).toEqual([]);
}, 300_000);

test("whoever can be signed in as holds the role that he or she stands for", async () => {
  for (const { sub, role, name } of personas) {
    const ask =
      'query($subject: String!) { identity(issuer: "https://op", subject: $subject) { name mandates { role academyCode themeId } } }';
    const { identity } = await it.query(gateway, ask, { subject: sub });
    expect(identity?.name).toBe(name);
    expect([sub, identity.mandates.map((mandate: { role: string }) => mandate.role)]).toEqual([
      sub,
      expect.arrayContaining([role]),
    ]);
  }
});
