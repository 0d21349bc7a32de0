import type { Demo } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { AcademicGroupChangedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { ProjectEngagedSchema } from "@trame/proto-schemas/projects/v1/events_pb";
import { year } from "../demo/year.ts";
import type { Db, Tx } from "../src/database.ts";
import { launch, meetings, persons, RENNES, THEME, visitor } from "./examples.ts";

let it: Awaited<ReturnType<typeof meetings>>;

beforeAll(async () => {
  it = await meetings();
  await launch(it, [{ title: "Bilan", dueOn: "2020-06-30" }]);
  for (let n = 0; n < 30; n++) {
    const id = stableId("team", String(n));
    const project = { id, themeId: THEME, academyCode: RENNES, title: `Projet ${n}`, state: "RUNNING" };
    await it.hears(ProjectEngagedSchema, id, { project: { ...project, startsOn: "2019-09-01", endsOn: "2020-08-31" } });
    const seats = ["REFERENT", "PILOT", "TEACHER"].map((role) => ({ role, personId: stableId(id, role) }));
    const group = { id: stableId("group", id), projectId: id, themeId: THEME, academyCode: RENNES, seats };
    await it.hears(AcademicGroupChangedSchema, group.id, { group });
  }
  it.setNow("2020-05-18T07:00:00Z");
});
afterAll(() => it.stop());

const demo = (): Demo<Tx, Db> => ({
  db: it.db,
  origin: "http://localhost:4000",
  say: () => {},
  commit: (by, at, work) => it.db.$transaction((tx) => work(tx, { by, at })),
  async each(_what, items, work) {
    for (const [index, item] of items.entries()) await work(item, index);
  },
});

test("R44, R82, R83, R85, R87, R88: the demonstration's year is complete where it should be, shows gaps, and is written once", async () => {
  await year(demo());
  const rows = await it.db.meeting.findMany({ orderBy: { startsAt: "asc" } });
  const national = rows.filter(({ level }) => level === "NATIONAL");
  expect(national.slice(0, 2).map(({ state }) => state)).toEqual(["SYNTHESIS_ONLINE", "SYNTHESIS_ONLINE"]);
  expect(["MINUTES_APPROVED", "SYNTHESIS_ONLINE"]).toContain(national[2]?.state);
  expect(national[0]?.attendeeIds).toContain(persons.claire);

  const { _entities } = await it.query(
    visitor,
    `query($r: [_Any!]!) { _entities(representations: $r) {
       ... on Theme { meetingQuotas { inPersonHeld remoteHeld } } ... on Project { meetingGaps { code } } } }`,
    {
      r: [
        { __typename: "Theme", id: THEME },
        ...Array.from({ length: 30 }, (_, n) => ({ __typename: "Project", id: stableId("team", String(n)) })),
      ],
    },
  );
  expect(_entities[0].meetingQuotas).toEqual([{ inPersonHeld: 1, remoteHeld: 2 }]);
  const gaps = _entities.slice(1).flatMap(({ meetingGaps }: { meetingGaps: { code: string }[] }) => meetingGaps);
  expect(gaps.length).toBeGreaterThan(0);
  expect(gaps.length).toBeLessThan(15);
  expect(await it.db.progressReport.count()).toBeGreaterThan(40);
  expect(JSON.stringify(national[0]?.attendance)).toContain('"checkedInAt":"2019-');
  expect(await it.db.action.count({ where: { state: "OPEN" } })).toBeGreaterThan(0);
  expect(await it.db.datePoll.count()).toBeGreaterThan(0);

  const said = (await it.said()).length;
  await year(demo());
  expect(await it.said()).toHaveLength(said);
}, 60_000);
