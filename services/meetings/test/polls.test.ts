import type { Actor } from "@trame/kit/actor";
import * as proto from "@trame/proto-schemas/meetings/v1/events_pb";
import { NoticeIssuedSchema, NoticeSettledSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { type Preference, tallyOf } from "../src/domain/poll.ts";
import {
  claire,
  idOf,
  inAcademy,
  meetings,
  nadia,
  nicolas,
  paul,
  persons,
  programme,
  REUNION,
  refusedFor,
  thomas,
  visitor,
} from "./examples.ts";

test("The best date suits most persons, those who can before those who could if needed", () => {
  const options = ["1", "2", "3"].map((id) => ({ id, startsAt: new Date(`2019-11-0${id}T10:00:00Z`) }));
  const vote = (personId: string, ...preferences: Preference[]) =>
    preferences.map((preference, rank) => ({ personId, optionId: `${rank + 1}`, preference }));
  const votes = [...vote("a", "YES", "IF_NEEDED", "NO"), ...vote("b", "IF_NEEDED", "IF_NEEDED", "YES")];
  expect(tallyOf({ options, votes }).map(({ best }) => best)).toEqual([true, false, false]);
  expect(tallyOf({ options, votes: [] }).some(({ best }) => best)).toBe(false);
});

let it: Awaited<ReturnType<typeof meetings>>;
beforeEach(async () => {
  it = await meetings();
});
afterEach(() => it.stop());

const POLL =
  "datePoll { id open viewerTimeZone viewerAsked answeredCount closedAt options { id startsAt endsAt yes ifNeeded no best chosen viewerPreference } }";
const FIELDS = `meeting { id startsAt endsAt version ${POLL} }`;
const DATES = ["2019-11-19T14:00:00+01:00", "2019-11-14T14:00:00+01:00"];

const opens = (actor: Actor, meetingId: string, more: object = {}) =>
  it.commands(
    actor,
    "openDatePoll",
    { meetingId, startsAt: DATES, deadlineAt: "2019-10-15T23:00:00+02:00", ...more },
    FIELDS,
  );
const answers = (actor: Actor, pollId: string, ...preferences: Preference[]) =>
  it.commands(
    actor,
    "answerDatePoll",
    { pollId, answers: preferences.map((preference, rank) => ({ optionId: `${rank + 1}`, preference })) },
    FIELDS,
  );
const closes = (actor: Actor, pollId: string, optionId?: string) =>
  it.commands(actor, "closeDatePoll", { pollId, optionId }, FIELDS);

test("The group is asked for a date, answers until the deadline, and the meeting moves to the date that is chosen", async () => {
  const meetingId = idOf(await it.plansAcademic(claire));
  for (const actor of [programme, paul, thomas, nicolas, visitor]) {
    expect(refusedFor(await opens(actor, meetingId))).toEqual(["FORBIDDEN"]);
  }
  expect(refusedFor(await opens(claire, meetingId, { startsAt: [DATES[0], DATES[0]] }))).toEqual(["DATE_TWICE"]);
  expect(refusedFor(await opens(claire, meetingId, { startsAt: [] }))).toEqual(["DATES_COUNT"]);
  expect(refusedFor(await opens(claire, meetingId, { deadlineAt: "2019-11-15T00:00:00Z" }))).toEqual([
    "DATE_BEFORE_DEADLINE",
  ]);
  expect(refusedFor(await opens(claire, meetingId, { deadlineAt: "2019-09-01T00:00:00Z" }))).toEqual([
    "DEADLINE_PASSED",
  ]);
  const { id } = (await opens(claire, meetingId)).meeting.datePoll;
  expect(refusedFor(await opens(claire, meetingId))).toEqual(["POLL_OPEN"]);
  const [asked] = await it.saidOf(NoticeIssuedSchema);
  expect(asked?.notice?.personIds).toEqual([persons.claire, persons.paul, persons.thomas]);

  expect(refusedFor(await answers(nicolas, id, "YES", "YES"))).toEqual(["NOT_ASKED"]);
  expect(refusedFor(await answers(thomas, id, "YES"))).toEqual(["EVERY_DATE"]);
  await answers(thomas, id, "YES", "IF_NEEDED");
  await answers(paul, id, "NO", "YES");
  const changed = await answers(paul, id, "NO", "IF_NEEDED");
  expect(changed.meeting.datePoll).toMatchObject({
    answeredCount: 2,
    options: [
      { startsAt: "2019-11-14T13:00:00.000Z", endsAt: "2019-11-14T16:00:00.000Z", yes: 1, ifNeeded: 0, no: 1 },
      { best: true, yes: 0, ifNeeded: 2, no: 0, viewerPreference: "IF_NEEDED" },
    ],
  });
  it.setNow("2019-10-16T08:00:00Z");
  expect(refusedFor(await answers(claire, id, "YES", "YES"))).toEqual(["POLL_OVER"]);
  expect(refusedFor(await closes(thomas, id, "2"))).toEqual(["FORBIDDEN"]);
  expect(refusedFor(await closes(claire, id, "9"))).toEqual(["UNKNOWN_DATE"]);
  const { meeting } = await closes(claire, id, "2");
  // The same meeting, later and newer: calendars follow by its version.
  expect(meeting).toMatchObject({
    startsAt: "2019-11-19T13:00:00.000Z",
    endsAt: "2019-11-19T16:00:00.000Z",
    version: 2,
  });
  expect(await it.saidOf(proto.MeetingRevisedSchema)).toHaveLength(1);
  expect((await it.saidOf(NoticeSettledSchema)).at(-1)?.personIds).toEqual([]);
  expect(refusedFor(await closes(claire, id))).toEqual(["POLL_OVER"]);
  // A poll that chooses nothing leaves the meeting where it is.
  const again = (await opens(claire, meetingId, { deadlineAt: "2019-11-01T00:00:00Z" })).meeting.datePoll.id;
  expect((await closes(claire, again)).meeting.version).toBe(2);
});

test("R45: a date outside the school year is refused, and the poll stays open", async () => {
  const meetingId = idOf(await it.plansAcademic(claire));
  const { id } = (await opens(claire, meetingId, { startsAt: [DATES[0], "2020-10-01T10:00:00Z"] })).meeting.datePoll;
  expect(refusedFor(await closes(claire, id, "2"))).toEqual(["OUTSIDE_SCHOOL_YEAR R45"]);
  const read = "query($id: ID!) { meeting(id: $id) { datePoll { open } } }";
  expect((await it.query(claire, read, { id: meetingId })).meeting.datePoll.open).toBe(true);
  expect((await it.ask(nicolas, read, { id: meetingId })).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});

test("Each person asked is told the zone of his or her academy, and has it among the tasks until it is answered", async () => {
  const meetingId = idOf(await it.plansNational(programme));
  await inAcademy(it, persons.nicolas, REUNION);
  const dates = {
    startsAt: ["2019-10-08T09:30:00+02:00", "2019-10-10T09:30:00+02:00"],
    deadlineAt: "2019-09-20T12:00:00Z",
  };
  const { id } = (await opens(programme, meetingId, dates)).meeting.datePoll;
  const read = `query($id: ID!) { meeting(id: $id) { ${POLL} } }`;
  const zone = async (actor: Actor) => (await it.query(actor, read, { id: meetingId })).meeting.datePoll.viewerTimeZone;
  expect([await zone(nicolas), await zone(nadia)]).toEqual(["Indian/Reunion", "Europe/Paris"]);
  const tasks = async (actor: Actor) =>
    (
      await it.query(
        actor,
        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { meetingTasks { kind } } } }",
        {
          r: [{ __typename: "Viewer", id: actor.personId }],
        },
      )
    )._entities[0].meetingTasks.map(({ kind }: { kind: string }) => kind);
  expect([await tasks(nicolas), await tasks(programme)]).toEqual([["poll"], []]);
  await answers(nicolas, id, "YES", "NO");
  expect(await tasks(nicolas)).toEqual([]);
  it.setNow("2019-09-21T08:00:00Z");
  expect(await tasks(programme)).toEqual(["close-poll"]);
});
