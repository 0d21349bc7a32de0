import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { ProjectAbandonedSchema } from "@trame/proto-schemas/projects/v1/events_pb";
import { QUOTAS } from "../src/domain/quotas.ts";
import { silenceOf } from "../src/domain/silence.ts";
import {
  claire,
  dominique,
  idOf,
  meetings,
  NICE,
  nadia,
  nicolas,
  PROJECT,
  PROJECT_OF_NICE,
  persons,
  THEME,
  visitor,
} from "./examples.ts";

const team = { id: "p", academyCode: "14", state: "RUNNING", startsOn: "2019-09-01", endsOn: "2020-08-31" };
const reported = (day: string) => [{ projectId: "p", at: new Date(`${day}T10:00:00Z`) }];

test("R84: a team is silent when it reported nothing and met nobody for eight weeks, and its project lasts", () => {
  const on = (today: string, reports = reported("2019-11-04"), more: object = {}) =>
    silenceOf({ ...team, ...more }, { meetings: [], reports }, { today })?.weeks ?? null;
  expect([on("2019-12-29"), on("2019-12-30"), on("2020-01-20")]).toEqual([null, 8, 11]);
  expect(on("2019-10-27", [])).toBe(8);
  expect(on("2019-12-30", reported("2019-11-04"), { state: "ABANDONED" })).toBeNull();
  expect(on("2020-09-01")).toBeNull();
  const patient = { ...QUOTAS, silentWeeks: 12 };
  expect(
    silenceOf(team, { meetings: [], reports: reported("2019-11-04") }, { today: "2020-01-20", quotas: patient }),
  ).toBeNull();
});

test("R84: a long silence is told to the référent, the DAN and the experts, and shown to the groups", async () => {
  const it = await meetings();
  try {
    const told = async () =>
      (await it.saidOf(NoticeIssuedSchema)).flatMap(({ notice }) => (notice?.kind === "TEAM_SILENT" ? [notice] : []));
    const meetingId = idOf(await it.plansAcademic(claire));
    await it.convenes(claire, meetingId);
    await it.passes("2019-10-26T21:00:00Z");
    expect(await told()).toEqual([]);
    await it.passes("2019-11-13T08:00:00Z");
    await it.holds(claire, meetingId, persons.claire);
    // Rennes had been silent too, until it met.
    expect((await told()).map(({ about }) => about).toSorted()).toEqual([PROJECT, PROJECT_OF_NICE]);
    expect((await told()).find(({ about }) => about === PROJECT_OF_NICE)?.audiences).toMatchObject([
      { role: "REFERENT", themeId: THEME, academyCode: NICE },
      { role: "DAN", academyCode: NICE },
      { role: "EXPERT", themeId: THEME },
    ]);
    const QUERY = `query($t: [_Any!]!) { _entities(representations: $t) {
      ... on Theme { silences { academy { code } since weeks } } ... on Project { silence { weeks } } } }`;
    const theme = { __typename: "Theme", id: THEME };
    const project = (id: string) => ({ __typename: "Project", id });
    const { _entities } = await it.query(nadia, QUERY, { t: [theme] });
    expect(_entities[0].silences).toEqual([{ academy: { code: NICE }, since: "2019-09-01", weeks: 10 }]);
    const seen = async (actor: typeof claire) =>
      (await it.query(actor, QUERY, { t: [project(PROJECT_OF_NICE)] }))._entities[0].silence;
    expect([await seen(nicolas), await seen(claire), await seen(dominique)]).toEqual([{ weeks: 10 }, null, null]);
    expect((await it.ask(visitor, QUERY, { t: [theme] })).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");

    // Again four weeks later while it lasts; not once the team is gone.
    await it.passes("2019-11-26T08:00:00Z");
    expect(await told()).toHaveLength(3);
    const gone = { id: PROJECT_OF_NICE, themeId: THEME, academyCode: NICE, title: "x", state: "ABANDONED" };
    await it.hears(ProjectAbandonedSchema, PROJECT_OF_NICE, {
      project: { ...gone, startsOn: "2019-09-01", endsOn: "2020-08-31" },
    });
    await it.passes("2020-01-06T08:00:00Z");
    expect(await told()).toHaveLength(3);
  } finally {
    await it.stop();
  }
});
