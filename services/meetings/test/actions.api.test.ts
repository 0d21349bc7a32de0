import { NoticeIssuedSchema, NoticeSettledSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import {
  type Answer,
  claire,
  idOf,
  meetings,
  nadia,
  nicolas,
  paul,
  persons,
  programme,
  refusedFor,
  remi,
  thomas,
  visitor,
} from "./examples.ts";

let it: Awaited<ReturnType<typeof meetings>>;

beforeEach(async () => {
  it = await meetings();
});
afterEach(() => it.stop());

const ACTION = "action { id version text state overdue dueOn owner { id } meeting { id } closedBy { id } dropReason }";

const commands = (actor: Parameters<typeof it.commands>[0], name: string, input: object): Promise<Answer> =>
  it.commands(actor, name, input, ACTION);

const records = (actor: Parameters<typeof it.commands>[0], meetingId: string, input: object = {}) =>
  commands(actor, "recordAction", {
    ...{ meetingId, text: "Partager les trames sur le pad", ownerId: persons.claire, dueOn: "2019-11-15" },
    ...input,
  });

const tasks = async (actor: typeof claire) =>
  (
    await it.query(
      actor,
      "query($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { meetingTasks { kind detail href } } } }",
      { r: [{ __typename: "Viewer", id: actor.personId }] },
    )
  )._entities[0].meetingTasks.filter(({ kind }: { kind: string }) => kind === "action");

const ACTIONS = "query($id: ID!) { meeting(id: $id) { actions { text state } carriedActions { text state overdue } } }";

test("R84, R87: who leads or was there records an action; its owner is told, does it, and is reminded no more", async () => {
  const { meetingId } = await it.holdsNational("2019-10-04");
  for (const actor of [programme, nicolas, paul, remi, visitor]) {
    expect(refusedFor(await records(actor, meetingId))).toEqual(["FORBIDDEN"]);
  }
  expect(refusedFor(await records(nadia, meetingId, { ownerId: persons.remi }))).toEqual(["OWNER_OUTSIDE_GROUP"]);
  const { action } = await records(nadia, meetingId);
  expect(action).toMatchObject({ state: "OPEN", owner: { id: persons.claire }, meeting: { id: meetingId } });
  // Claire was there: she records one too, for Thomas, who has a seat and was not convened.
  expect((await records(claire, meetingId, { ownerId: persons.thomas })).errors).toEqual([]);
  expect(await tasks(claire)).toMatchObject([{ href: `/espace/reunions/${meetingId}#actions` }]);
  const [told] = await it.saidOf(NoticeIssuedSchema);
  expect(told).toMatchObject({ notice: { kind: "TASK", personIds: [persons.claire], about: action.id } });

  for (const actor of [nicolas, thomas, programme, visitor]) {
    expect(refusedFor(await commands(actor, "completeAction", { actionId: action.id }))).toEqual(["NOT_YOUR_ACTION"]);
  }
  const done = await commands(claire, "completeAction", { actionId: action.id, expectedVersion: 1 });
  expect(done.action).toMatchObject({ state: "DONE", closedBy: { id: persons.claire } });
  expect(await tasks(claire)).toEqual([]);
  expect(await it.saidOf(NoticeSettledSchema)).toMatchObject([{ noticeId: told?.notice?.id }]);
  await it.passes("2019-11-20T08:00:00Z");
  // Only Thomas's is late.
  const late = (await it.saidOf(NoticeIssuedSchema)).filter(({ notice }) => notice?.kind === "TASK").slice(2);
  expect(late).toMatchObject([{ notice: { personIds: [persons.thomas], audiences: [{ role: "EXPERT" }] } }]);
});

test("An action changes hands and dates, is dropped with its reason, and is opened again", async () => {
  const { meetingId } = await it.holdsNational("2019-10-04");
  const { action } = await records(nadia, meetingId);
  const actionId = action.id;
  expect(refusedFor(await commands(claire, "entrustAction", { actionId, dueOn: "2019-12-01" }))).toEqual([
    "NOT_YOUR_ACTION",
  ]);
  const other = await commands(nadia, "entrustAction", { actionId, ownerId: persons.nicolas, dueOn: "2019-12-01" });
  expect(other.action).toMatchObject({ owner: { id: persons.nicolas }, dueOn: "2019-12-01" });
  expect(refusedFor(await commands(nadia, "dropAction", { actionId, reason: "…", expectedVersion: 1 }))).toEqual([
    "CHANGED_MEANWHILE",
  ]);
  expect(refusedFor(await commands(nicolas, "dropAction", { actionId, reason: "…" }))).toEqual(["NOT_YOUR_ACTION"]);
  expect((await commands(nadia, "dropAction", { actionId, reason: "Outil fermé" })).action).toMatchObject({
    state: "DROPPED",
    dropReason: "Outil fermé",
  });
  expect((await commands(nicolas, "reopenAction", { actionId })).action).toMatchObject({ state: "OPEN" });
  const issued = (await it.saidOf(NoticeIssuedSchema)).map(({ notice }) => notice?.personIds);
  expect(issued).toEqual([[persons.claire], [persons.nicolas], [persons.nicolas]]);
  expect(await it.saidOf(NoticeSettledSchema)).toHaveLength(2);
});

test("R84: what is left to do stands on the next meeting of the group, for the group", async () => {
  const { meetingId } = await it.holdsNational("2019-10-04");
  await records(nadia, meetingId);
  const remote = { mode: "REMOTE", atMinistry: false };
  const times = (day: string) => ({ startsAt: `${day}T14:00:00+01:00`, endsAt: `${day}T16:00:00+01:00` });
  const next = idOf(await it.plansNational(programme, { ...remote, ...times("2020-01-24") }));
  const later = idOf(await it.plansNational(programme, { ...remote, ...times("2020-03-27") }));
  const academic = idOf(await it.plansAcademic(claire));
  it.setNow("2019-12-01T08:00:00Z");
  const read = async (id: string, actor = claire) => (await it.query(actor, ACTIONS, { id })).meeting;
  expect(await read(meetingId)).toMatchObject({ actions: [{ state: "OPEN" }], carriedActions: [] });
  expect(await read(next)).toMatchObject({ actions: [], carriedActions: [{ state: "OPEN", overdue: true }] });
  expect((await read(later)).carriedActions).toEqual([]);
  expect((await read(academic)).carriedActions).toEqual([]);
  await it.convenes(nadia, next);
  expect((await it.ask(visitor, ACTIONS, { id: next })).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});
