import type { Actor } from "@trame/kit/actor";
import { readPdf } from "@trame/kit/testing/pdf";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import Fastify from "fastify";
import { routes } from "../src/routes.ts";
import {
  claire,
  dominique,
  idOf,
  inAcademy,
  meetings,
  NICE,
  nadia,
  nicolas,
  paul,
  persons,
  programme,
  RENNES,
  refusedFor,
  thomas,
  visitor,
} from "./examples.ts";

let it: Awaited<ReturnType<typeof meetings>>;

beforeEach(async () => {
  it = await meetings();
});
afterEach(() => it.stop());

const CHECK_IN =
  "query($id: ID!) { meeting(id: $id) { checkIn { open code } presenceChanges { reason before after } } }";
const FIELDS =
  "meeting { id checkIn { code } attendance { person { id } status checkedInAt } presenceChanges { reason } }";

const opens = (actor: Actor, meetingId: string) => it.commands(actor, "openCheckIn", { meetingId }, FIELDS);
const checksIn = (actor: Actor, meetingId: string, code: string) =>
  it.commands(actor, "checkIn", { meetingId, code }, FIELDS);

async function convened(): Promise<string> {
  const meetingId = idOf(await it.plansAcademic(claire));
  await it.convenes(claire, meetingId);
  return meetingId;
}

test("The organiser shows a code, the persons convened check in with it, and nobody else reads it", async () => {
  const meetingId = await convened();
  expect(refusedFor(await opens(claire, meetingId))).toEqual(["NOT_TIME_TO_CHECK_IN"]);
  it.setNow("2019-11-12T13:55:00+01:00");
  for (const actor of [paul, thomas, nadia, programme, dominique, visitor]) {
    expect(refusedFor(await opens(actor, meetingId))).toEqual(["FORBIDDEN"]);
  }
  const { code } = (await opens(claire, meetingId)).meeting.checkIn;
  expect(code).toMatch(/^[A-Z0-9]{6}$/);
  const read = async (actor: Actor) => (await it.query(actor, CHECK_IN, { id: meetingId })).meeting.checkIn;
  expect(await read(claire)).toEqual({ open: true, code });
  expect(await read(thomas)).toEqual({ open: true, code: null });
  expect(refusedFor(await checksIn(nicolas, meetingId, code))).toEqual(["NOT_CONVOKED"]);
  const { meeting } = await checksIn(thomas, meetingId, code.toLowerCase());
  expect(meeting.attendance).toContainEqual({
    person: { id: persons.thomas },
    status: "PRESENT",
    checkedInAt: "2019-11-12T12:55:00.000Z",
  });
});

test("A code is not guessed: five tries, then a quarter of an hour to wait, even with the right one", async () => {
  const meetingId = await convened();
  it.setNow("2019-11-12T14:00:00+01:00");
  const { code } = (await opens(claire, meetingId)).meeting.checkIn;
  const answers = await Promise.all(["A", "B", "C", "D"].map((guess) => checksIn(thomas, meetingId, guess)));
  expect(answers.map(refusedFor)).toEqual(answers.map(() => ["WRONG_CODE"]));
  expect(refusedFor(await checksIn(thomas, meetingId, "E"))).toEqual(["WRONG_CODE"]);
  expect(refusedFor(await checksIn(thomas, meetingId, code))).toEqual(["TOO_MANY_CODES"]);
  // Another person's tries are another's.
  expect(refusedFor(await checksIn(paul, meetingId, code))).toEqual([]);
  it.setNow("2019-11-12T14:15:00+01:00");
  expect(refusedFor(await checksIn(thomas, meetingId, code))).toEqual([]);
});

test("Presences are corrected afterwards by the organiser, and the person concerned reads why", async () => {
  const { meetingId } = await it.holdsNational("2019-10-04");
  const corrects = (actor: Actor, reason = "Arrivée après l'appel") =>
    it.commands(actor, "correctPresence", { meetingId, personId: persons.nicolas, status: "PRESENT", reason }, FIELDS);
  for (const actor of [programme, nicolas, claire, visitor]) {
    expect(refusedFor(await corrects(actor))).toEqual(["FORBIDDEN"]);
  }
  expect((await corrects(nadia)).meeting.attendance).toContainEqual(
    expect.objectContaining({ person: { id: persons.nicolas }, status: "PRESENT" }),
  );
  const read = async (actor: Actor) => (await it.query(actor, CHECK_IN, { id: meetingId })).meeting.presenceChanges;
  const change = { reason: "Arrivée après l'appel", before: "ABSENT", after: "PRESENT" };
  expect(await read(nadia)).toEqual([change]);
  expect(await read(nicolas)).toEqual([change]);
  expect(await read(claire)).toEqual([]);
});

test("R23: a replacement is of the group or the academy, and is convened in turn", async () => {
  await inAcademy(it, persons.nicolas, NICE);
  await inAcademy(it, persons.dominique, RENNES);
  const meetingId = idOf(await it.plansNational(programme));
  await it.convenes(nadia, meetingId);
  for (const stranger of [persons.dominique, persons.remi]) {
    expect(refusedFor(await it.answers(nicolas, meetingId, "REPLACED", stranger))).toEqual(["REPLACEMENT_ELSEWHERE"]);
  }
  // A teacher of another team has a seat in the national group.
  expect(refusedFor(await it.answers(nicolas, meetingId, "REPLACED", persons.thomas))).toEqual([]);
});

test("Before a meeting, who has not answered is asked again, and who is expected is reminded the day before", async () => {
  const meetingId = await convened();
  await it.answers(paul, meetingId, "EXCUSED");
  await it.answers(claire, meetingId, "WILL_ATTEND");
  const told = async () =>
    (await it.saidOf(NoticeIssuedSchema))
      .filter(({ notice }) => notice?.about === meetingId)
      .map(({ notice }) => [notice?.kind, notice?.personIds.length]);
  await it.passes("2019-11-05T14:00:00+01:00");
  expect(await told()).toEqual([["MEETING_CONVENED", 1]]);
  // Moved: the reminders move along.
  await it.revises(claire, meetingId, { startsAt: "2019-11-14T14:00:00+01:00", endsAt: "2019-11-14T17:00:00+01:00" });
  expect((await told()).at(-1)).toEqual(["MEETING_CONVENED", 3]);
  await it.passes("2019-11-13T13:59:00+01:00");
  expect(await told()).toHaveLength(3);
  await it.passes("2019-11-13T14:00:00+01:00");
  expect((await told()).at(-1)).toEqual(["MEETING_NEAR", 2]);
  const late = "query($id: ID!) { meeting(id: $id) { answersDueAt attendance { late } } }";
  await it.answers(thomas, meetingId, "WILL_ATTEND");
  const { meeting } = await it.query(claire, late, { id: meetingId });
  expect(meeting.attendance.map((line: { late: boolean }) => line.late)).toEqual([false, false, true]);
  await it.cancels(claire, meetingId);
  expect(await it.db.$queryRaw`select kind from kit.due where key = ${meetingId}`).toEqual([]);
});

test("The sheet, the convocation and the certificate are tagged documents, each for who may have it", async () => {
  const http = Fastify();
  try {
    await it.hears(PersonStateSchema, persons.claire, { id: persons.claire, displayName: "Claire Exemple" });
    await it.hears(PersonStateSchema, persons.nadia, { id: persons.nadia, displayName: "Nadia Exemple" });
    let actor: Actor = nadia;
    const clock = { now: () => new Date("2019-10-05T08:00:00Z") };
    routes(http, { db: it.db, clock, origin: "" } as Parameters<typeof routes>[1], async () => actor);
    const { meetingId } = await it.holdsNational("2019-10-04");
    const get = async (who: Actor, kind: string) => {
      actor = who;
      return http.inject(`/documents/reunions/${meetingId}/${kind}.pdf`);
    };
    const words = async (who: Actor, kind: string) => {
      const { roles, text, title } = readPdf((await get(who, kind)).rawPayload);
      expect(roles).toContain("H1");
      return `${title} ${text.replace(/\s+/g, " ")}`;
    };
    expect(await words(nadia, "emargement")).toMatch(/Feuille d'émargement.*Claire Exemple convoqué·e/);
    const convocation = await words(claire, "convocation");
    expect(convocation).toMatch(/Claire Exemple est convoqué·e.*4 octobre 2019, de 09:30 à 12:30 \(heure de Paris\)/);
    expect(convocation).toContain("Les métadonnées en SVT");
    expect(await words(claire, "attestation")).toMatch(/Attestation de présence.*a pris part sur place/);
    const status = async (who: Actor, kind: string) => (await get(who, kind)).statusCode;
    for (const who of [claire, programme, nicolas, visitor]) expect(await status(who, "emargement")).toBe(403);
    for (const who of [programme, thomas, visitor]) expect(await status(who, "convocation")).toBe(403);
    // Convened, and absent.
    expect([await status(nicolas, "convocation"), await status(nicolas, "attestation")]).toEqual([200, 403]);
    expect(await status(nadia, "autre")).toBe(404);
    const urls = "query($id: ID!) { meeting(id: $id) { signInSheetUrl convocationUrl certificateUrl } }";
    const { meeting } = await it.query(nicolas, urls, { id: meetingId });
    expect(meeting).toMatchObject({ signInSheetUrl: null, certificateUrl: null });
    expect(meeting.convocationUrl).toContain(`/documents/reunions/${meetingId}/convocation.pdf`);
  } finally {
    await http.close();
  }
});
