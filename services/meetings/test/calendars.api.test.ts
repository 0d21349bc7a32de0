import type { Actor } from "@trame/kit/actor";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import Fastify from "fastify";
import ICAL from "ical.js";
import { routes } from "../src/routes.ts";
import {
  academicGroup,
  claire,
  idOf,
  inAcademy,
  launch,
  meetings,
  nadia,
  nationalGroup,
  nicolas,
  PROJECT,
  paul,
  persons,
  programme,
  RENNES,
  refusedFor,
  remi,
  seats,
  THEME,
  thomas,
  visitor,
} from "./examples.ts";

let it: Awaited<ReturnType<typeof meetings>>;
let http: ReturnType<typeof Fastify>;
let actor: Actor;

beforeEach(async () => {
  it = await meetings();
  http = Fastify();
  actor = visitor;
  const base = { db: it.db, origin: "http://localhost:4000", clock: { now: () => new Date("2019-09-10T08:00:00Z") } };
  routes(http, base as Parameters<typeof routes>[1], async () => actor);
});
afterEach(async () => {
  await http.close();
  await it.stop();
});

async function commands(who: Actor, name: "open" | "renew" | "revoke", input: object) {
  const operation = `${name}CalendarAddress`;
  const { [operation]: payload } = await it.query(
    who,
    `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}CalendarAddressInput!) { ${operation}(input: $input) {
       calendarAddress { id scope url theme { id } project { id } } errors { kind code message field requirement } } }`,
    { input },
  );
  return payload;
}

const opens = (who: Actor, input: object) => commands(who, "open", input);

async function reads(url: string): Promise<number | ICAL.Event[]> {
  const answer = await http.inject(new URL(url).pathname);
  if (answer.statusCode !== 200) return answer.statusCode;
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

async function summaries(url: string) {
  const events = await reads(url);
  return typeof events === "number" ? events : events.map(({ summary }) => summary);
}

const ofViewer = async (who: Actor, personId: string) => {
  const { _entities } = await it.query(
    who,
    "query($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { calendarAddresses { id scope } } } }",
    { r: [{ __typename: "Viewer", id: personId }] },
  );
  return _entities[0].calendarAddresses;
};

test("My calendar holds my meetings, those to come of my groups, and the deadlines of my themes", async () => {
  await launch(it, [{ title: "Scénarios relus", dueOn: "2020-03-31" }]);
  const meetingId = idOf(await it.plansAcademic(claire));
  const { calendarAddress, errors } = await opens(claire, { scope: "MINE" });
  expect(errors).toEqual([]);
  expect(calendarAddress.url).toMatch(/^http:\/\/localhost:4000\/calendars\/[\w-]{32}\.ics$/);
  const found = (await summaries(calendarAddress.url)) as string[];
  expect(found).toContain("Première réunion de l'équipe");
  expect(found).toContain("Réunion de lancement au ministère");
  expect(found).toContain("Échéance : Scénarios relus");
  // A teacher has a seat in the national group, and is not convened with it.
  const { calendarAddress: ofThomas } = await opens(thomas, { scope: "MINE" });
  const foundByThomas = (await summaries(ofThomas.url)) as string[];
  expect(foundByThomas).toContain("Première réunion de l'équipe");
  expect(foundByThomas).not.toContain("Réunion de lancement au ministère");
  const { calendarAddress: ofRemi } = await opens(remi, { scope: "MINE" });
  expect(await summaries(ofRemi.url)).toEqual([]);
  // A replacement has the meeting too, from then on.
  await it.convenes(claire, meetingId);
  await inAcademy(it, persons.thomas, RENNES);
  await inAcademy(it, persons.remi, RENNES);
  await it.answers(thomas, meetingId, "REPLACED", persons.remi);
  expect(await summaries(ofRemi.url)).toEqual(["Première réunion de l'équipe"]);
});

test("A group's calendar is opened by its members only, and closes when they leave", async () => {
  await launch(it);
  await it.plansAcademic(claire);
  for (const [who, input] of [
    [nicolas, { scope: "PROJECT", projectId: PROJECT }],
    [remi, { scope: "THEME", themeId: THEME }],
    [programme, { scope: "THEME", themeId: THEME }],
    [visitor, { scope: "MINE" }],
  ] as const) {
    expect(refusedFor(await opens(who, input))).toEqual(["FORBIDDEN"]);
  }
  expect((await opens(claire, { scope: "PROJECT" })).errors).toMatchObject([{ field: "projectId" }]);
  const { calendarAddress: team } = await opens(paul, { scope: "PROJECT", projectId: PROJECT });
  expect(team).toMatchObject({ scope: "PROJECT", theme: null, project: { id: PROJECT } });
  expect(await summaries(team.url)).toEqual(["Première réunion de l'équipe"]);
  const { calendarAddress: national } = await opens(thomas, { scope: "THEME", themeId: THEME });
  expect(await summaries(national.url)).toHaveLength(3);
  await academicGroup(
    it,
    seats.academic.filter(({ personId }) => personId !== persons.paul),
  );
  await nationalGroup(
    it,
    seats.national.filter(({ personId }) => personId !== persons.thomas),
  );
  expect(await reads(team.url)).toBe(404);
  expect(await reads(national.url)).toBe(404);
});

test("An address is renewed and withdrawn by its person alone; the old one answers no more", async () => {
  const { calendarAddress: first } = await opens(claire, { scope: "MINE" });
  expect((await opens(claire, { scope: "MINE" })).calendarAddress).toEqual(first);
  const input = { calendarAddressId: first.id };
  for (const name of ["renew", "revoke"] as const) {
    expect(refusedFor(await commands(nadia, name, input))).toEqual(["NOT_FOUND"]);
  }
  const { calendarAddress: renewed } = await commands(claire, "renew", input);
  expect(renewed.url).not.toBe(first.url);
  expect(await reads(first.url)).toBe(404);
  expect(await reads(renewed.url)).toEqual([]);
  expect(await ofViewer(claire, persons.claire)).toEqual([{ id: first.id, scope: "MINE" }]);
  expect(await ofViewer(nadia, persons.claire)).toBeNull();
  expect(await commands(claire, "revoke", input)).toEqual({ calendarAddress: null, errors: [] });
  expect(await reads(renewed.url)).toBe(404);
  expect(await ofViewer(claire, persons.claire)).toEqual([]);
  for (const name of ["rien", "..%2Fetc", "%00"])
    expect((await http.inject(`/calendars/${name}.ics`)).statusCode).toBe(404);
});

test("A moved meeting and a cancelled one reach the calendar under the same identifier with a higher sequence", async () => {
  const meetingId = idOf(await it.plansAcademic(claire));
  const { calendarAddress } = await opens(thomas, { scope: "MINE" });
  const seen = async () => {
    const events = await reads(calendarAddress.url);
    const [event] = typeof events === "number" ? [] : events;
    if (!event) throw new Error("no event");
    return { uid: event.uid, sequence: event.sequence, status: event.component.getFirstPropertyValue("status") };
  };
  const planned = await seen();
  await it.convenes(claire, meetingId);
  const convened = await seen();
  await it.revises(claire, meetingId, { endsAt: "2019-11-12T18:00:00+01:00" });
  const moved = await seen();
  await it.cancels(claire, meetingId);
  const cancelled = await seen();
  const states = [planned, convened, moved, cancelled];
  expect(states.map(({ status }) => status)).toEqual(["TENTATIVE", "CONFIRMED", "CONFIRMED", "CANCELLED"]);
  expect(new Set(states.map(({ uid }) => uid))).toEqual(new Set([meetingId]));
  expect(states.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
});

test("One meeting's file is everyone's once it is convened; place and video conference stay with its group", async () => {
  const meetingId = idOf(await it.plansAcademic(claire));
  const file = `http://localhost:4000/calendars/meetings/${meetingId}.ics`;
  expect(await reads(file)).toBe(404);
  await it.convenes(claire, meetingId);
  const read = async (who: Actor) => {
    actor = who;
    const events = await reads(file);
    return typeof events === "number" ? events : events.map(({ summary, location }) => [summary, location ?? null]);
  };
  expect(await read(visitor)).toEqual([["Première réunion de l'équipe", null]]);
  expect(await read(thomas)).toEqual([["Première réunion de l'équipe", "Rectorat"]]);
  const { meeting } = await it.query(visitor, `{ meeting(id: "${meetingId}") { calendarUrl } }`);
  expect(meeting.calendarUrl).toBe(file);
});

test("An erased person's addresses answer no more", async () => {
  const { calendarAddress } = await opens(claire, { scope: "MINE" });
  await it.hears(PersonStateSchema, persons.claire, {
    id: persons.claire,
    erasureId: "00000000-0000-7000-8000-000000000900",
  });
  expect(await reads(calendarAddress.url)).toBe(404);
});
