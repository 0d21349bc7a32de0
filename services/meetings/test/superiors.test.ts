import type { Actor } from "@trame/kit/actor";
import { NoticeDeliveredSchema } from "@trame/proto-schemas/communications/v1/events_pb";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { recipientsOf, superiorsOf } from "../src/domain/superiors.ts";
import {
  claire,
  dominique,
  idOf,
  inAcademy,
  meetings,
  NICE,
  nadia,
  otherExpert,
  persons,
  programme,
  RENNES,
  refusedFor,
  visitor,
} from "./examples.ts";

const pilot = { role: "PILOT", personId: "paul" };

test("R86: the superior of a référent is the group's pilot, or else the academy's DAN", () => {
  const teams = [
    { academyCode: "14", state: "RUNNING", seats: [pilot, { role: "REFERENT", personId: "claire" }] },
    { academyCode: "14", state: "RUNNING", seats: [pilot] },
    { academyCode: "23", state: "RUNNING", seats: [{ role: "REFERENT", personId: "nicolas" }] },
    { academyCode: "28", state: "ABANDONED", seats: [] },
  ];
  expect(superiorsOf(teams)).toEqual([
    { academyCode: "14", role: "PILOT", personId: "paul" },
    { academyCode: "23", role: "DAN", personId: null },
  ]);
});

test("R86: each recipient has the state of the sending, a DAN once communications says who it is", () => {
  const addressed = superiorsOf([
    { academyCode: "14", state: "RUNNING", seats: [pilot] },
    { academyCode: "23", state: "RUNNING", seats: [] },
  ]);
  expect(recipientsOf(addressed, []).map(({ state }) => state)).toEqual(["TO_SEND", "TO_SEND"]);
  const told = [
    { personId: "dan", academyCode: "23", state: "SENT" as const },
    { personId: "paul", academyCode: "23", state: "FAILED" as const },
  ];
  expect(recipientsOf(addressed, told)).toMatchObject([
    { personId: "paul", state: "FAILED" },
    { personId: "dan", state: "SENT" },
  ]);
});

const NOTICES =
  "query($id: ID!) { meeting(id: $id) { gaps { code } superiorsNotices { id text sentBy { id } recipients { academy { code } role person { id } state } } } }";

test("R86: the expert informs the superiors of a convened national meeting, and reads the proof of sending", async () => {
  const it = await meetings();
  try {
    const meetingId = idOf(await it.plansNational(programme));
    const informs = (actor: Actor, text = "Réunion le 4 octobre au ministère.") =>
      it.commands(actor, "informSuperiors", { meetingId, text }, "meeting { id }");
    expect(refusedFor(await informs(nadia))).toEqual(["SUPERIORS_TOO_EARLY R86"]);
    await it.convenes(nadia, meetingId);
    for (const actor of [programme, otherExpert, claire, dominique, visitor]) {
      expect(refusedFor(await informs(actor))).toEqual(["FORBIDDEN"]);
    }
    expect(refusedFor(await informs(nadia, " "))).toEqual(["REQUIRED R86"]);
    const read = async () => (await it.query(claire, NOTICES, { id: meetingId })).meeting;
    const missing = { code: "SUPERIORS_NOT_INFORMED" };
    expect((await read()).gaps).toContainEqual(missing);
    expect(refusedFor(await informs(nadia))).toEqual([]);
    const [told] = await it.saidOf(NoticeIssuedSchema);
    expect(told?.notice).toMatchObject({
      personIds: [persons.paul],
      audiences: [{ role: "DAN", academyCode: NICE }],
      text: "Réunion le 4 octobre au ministère.",
    });

    const dan = persons.dominique;
    await inAcademy(it, dan, NICE);
    const noticeId = told?.notice?.id ?? "";
    const delivered = (personId: string, state: string, version: number) =>
      it.hears(
        NoticeDeliveredSchema,
        `${noticeId}-${personId}`,
        { delivery: { noticeId, personId, state } },
        { version },
      );
    await delivered(dan, "TO_SEND", 1);
    await delivered(persons.paul, "SENT", 2);
    // Late, and of a notice that is not ours.
    await delivered(persons.paul, "TO_SEND", 1);
    await it.hears(NoticeDeliveredSchema, "x", { delivery: { noticeId: "x", personId: dan, state: "SENT" } });
    const { gaps, superiorsNotices } = await read();
    expect(gaps).not.toContainEqual(missing);
    expect(superiorsNotices).toMatchObject([
      {
        sentBy: { id: persons.nadia },
        recipients: [
          { academy: { code: RENNES }, role: "PILOT", person: { id: persons.paul }, state: "SENT" },
          { academy: { code: NICE }, role: "DAN", person: { id: dan }, state: "TO_SEND" },
        ],
      },
    ]);
    expect((await it.ask(visitor, NOTICES, { id: meetingId })).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    // An academic meeting needs none.
    const academic = idOf(await it.plansAcademic(claire));
    const own = { meetingId: academic, text: "…" };
    expect(refusedFor(await it.commands(nadia, "informSuperiors", own, "meeting { id }"))).toEqual([
      "SUPERIORS_ARE_NATIONAL R86",
    ]);
  } finally {
    await it.stop();
  }
});
