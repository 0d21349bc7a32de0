import { NoticeIssuedSchema, NoticeSettledSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import {
  AcademicGroupIncompleteSchema,
  MandateEndedSchema,
  MandateStartedSchema,
} from "@trame/proto-schemas/people/v1/events_pb";
import {
  admin,
  claire,
  codesOf,
  dominique,
  gapsOf,
  gateway,
  id,
  type People,
  paul,
  people,
  programme,
  RENNES,
  someone,
  THEME,
  teacher,
  visitor,
} from "./examples.ts";

let it: People;

beforeEach(async () => {
  it = await people();
});
afterEach(() => it.stop());

const seat = { role: "TEACHER", academyCode: RENNES, themeId: THEME, degree: "SECOND", track: "GENERAL" };
const as = (personId: string) => ({ ...someone, personId });
const states = async (personId: string) =>
  (await it.db.mandate.findMany({ where: { personId } })).map(({ state, endReason }) => [state, endReason]);

/** Claire asks Anne to join the team of Rennes. */
async function invited() {
  await it.themeIsAgreed();
  const personId = await it.knows("Anne");
  const { mandate, errors } = await it.appoints(claire, { personId, ...seat, invite: true });
  expect(errors).toEqual([]);
  return { personId, mandateId: mandate.id as string };
}

test("an invitation gives neither right nor seat until it is accepted, and the person is told", async () => {
  const { personId, mandateId } = await invited();
  await it.projectOpens({});
  expect((await it.groupOf()).seats).toEqual([]);
  expect(await it.saidOf(MandateStartedSchema)).toEqual([]);
  expect(await it.saidOf(NoticeIssuedSchema)).toMatchObject([
    { notice: { kind: "MANDATE_INVITATION", personIds: [personId], path: "/espace/mandats" } },
  ]);
  const mine = "{ viewer { invitations { id answerBy givenBy { id } } mandates { id } } }";
  expect((await it.query(as(personId), mine)).viewer).toEqual({
    invitations: [{ id: mandateId, answerBy: "2019-10-16", givenBy: null }],
    mandates: [],
  });
  const tasks = (await it.query(as(personId), "{ viewer { peopleTasks { kind href } } }")).viewer.peopleTasks;
  expect(tasks).toEqual([{ kind: "ANSWER_INVITATION", href: "/espace/mandats" }]);
  for (const actor of [visitor, someone, claire, admin]) {
    expect(codesOf(await it.answers(actor, mandateId, true))).toEqual(["FORBIDDEN"]);
  }
  expect((await it.answers(as(personId), mandateId, true)).mandate).toMatchObject({ state: "STARTED", inForce: true });
  expect((await it.groupOf()).seats).toMatchObject([{ role: "TEACHER" }]);
  expect(await it.saidOf(NoticeSettledSchema)).toHaveLength(1);
  expect(codesOf(await it.answers(as(personId), mandateId, false, "Trop tard"))).toEqual(["ALREADY_ANSWERED"]);
});

test("an invitation is declined with a reason, which who invited is told of", async () => {
  const { personId, mandateId } = await invited();
  expect(codesOf(await it.answers(as(personId), mandateId, false))).toEqual(["REQUIRED"]);
  await it.answers(as(personId), mandateId, false, "Décharge refusée");
  expect(await states(personId)).toEqual([["DECLINED", "Décharge refusée"]]);
  expect((await it.saidOf(NoticeIssuedSchema)).at(-1)?.notice).toMatchObject({ personIds: [claire.personId] });
  expect((await it.appoints(claire, { personId, ...seat })).errors).toEqual([]);
});

test("an invitation that nobody answers lapses after its last day; one that is taken back is over", async () => {
  const { personId, mandateId } = await invited();
  await it.passes("2019-10-16T21:59:59Z");
  expect(await states(personId)).toEqual([["INVITED", null]]);
  await it.passes("2019-10-16T22:00:00Z");
  expect(await states(personId)).toEqual([["DECLINED", "Invitation restée sans réponse"]]);
  expect(codesOf(await it.answers(as(personId), mandateId, true))).toEqual(["ALREADY_ANSWERED"]);
  const again = await it.appoints(claire, { personId, ...seat, invite: true });
  await it.ends(claire, again.mandate.id, "2019-10-20", "Équipe déjà complète");
  expect(await states(personId)).toContainEqual(["DECLINED", "Équipe déjà complète"]);
});

test("one is invited to a group, never to an office; a retained application is an acceptance", async () => {
  const { personId } = await invited();
  const other = await it.knows("Bruno");
  const office = { personId: other, role: "IAN", academyCode: RENNES, disciplineCode: "svt", invite: true };
  expect(codesOf(await it.appoints(dominique, office))).toEqual(["NO_INVITATION"]);
  await it.projectOpens({ members: [teacher(personId)] });
  expect(await states(personId)).toEqual([["STARTED", null]]);
  expect((await it.groupOf()).seats).toHaveLength(1);
});

/** Rennes' team is complete but for nothing; its référente is to be replaced. */
async function led() {
  await it.themeIsAgreed();
  const [referentId = "", next = "", a = "", b = "", c = "", k = ""] = await it.knowsSome(6);
  await it.projectOpens({ referentId, cardieId: k, members: [teacher(a), teacher(b), teacher(c)] });
  const { id: mandateId } = await it.db.mandate.findFirstOrThrow({ where: { personId: referentId, role: "REFERENT" } });
  return { referentId, next, mandateId };
}

const seatOf = async () => [
  (await it.groupOf()).referent?.id,
  (await it.nationalGroupOf()).seats.find(({ role }: { role: string }) => role === "REFERENT")?.person.id,
];

test("R24: a référent who is replaced today leaves both seats at once to the successor, and history stays", async () => {
  const { referentId, next, mandateId } = await led();
  const replacing = { mandateId, personId: next, from: "2019-09-16", reason: "Congé de maternité" };
  for (const actor of [visitor, someone, claire, admin, programme]) {
    expect(codesOf(await it.replaces(actor, replacing))).toEqual(["FORBIDDEN"]);
  }
  expect(codesOf(await it.replaces(paul, { ...replacing, reason: " " }))).toEqual(["REQUIRED"]);
  expect(codesOf(await it.replaces(paul, { ...replacing, personId: referentId }))).toEqual(["SAME_HOLDER"]);
  const { mandate, errors } = await it.replaces(paul, replacing);
  expect(errors).toEqual([]);
  expect(mandate).toMatchObject({
    state: "STARTED",
    endsOn: "2020-08-31",
    predecessor: { person: { id: referentId }, endsOn: "2019-09-15", endReason: "Congé de maternité" },
  });
  expect(await seatOf()).toEqual([next, next]);
  expect(await it.saidOf(AcademicGroupIncompleteSchema)).toEqual([]);
  expect(await it.saidOf(MandateEndedSchema)).toMatchObject([{ mandate: { personId: referentId } }]);
});

test("R24: a replacement to come happens by itself at midnight, and no group is seen without its référent", async () => {
  const { referentId, next, mandateId } = await led();
  await it.replaces(dominique, { mandateId, personId: next, from: "2020-01-06", reason: "Mutation" });
  await it.passes("2020-01-05T22:59:59Z");
  expect(await seatOf()).toEqual([referentId, referentId]);
  await it.passes("2020-01-05T23:00:00Z");
  expect(await seatOf()).toEqual([next, next]);
  expect(await it.saidOf(AcademicGroupIncompleteSchema)).toEqual([]);
  expect(gapsOf(await it.nationalGroupOf())).not.toContain("ACADEMY_WITHOUT_REFERENT R23");
});

test("a profile is claimed by the one address that the provider verified, or by a link, once", async () => {
  const anne = await it.knows("Anne", "Exemple", { email: "Anne@Exemple.fr", academyCode: RENNES });
  const bruno = await it.knows("Bruno", "Exemple", { academyCode: RENNES });
  const claim = async (
    subject: string,
    more: object,
    actor: typeof gateway = { ...gateway, scopes: ["identity:claim"] },
  ) => {
    const input = { issuer: "https://op.exemple", subject, ...more };
    const asked = await it.ask(
      actor,
      "mutation($input: ClaimIdentityInput!) { claimIdentity(input: $input) { outcome } }",
      { input },
    );
    const outcome = (asked.data?.claimIdentity as { outcome: string } | null)?.outcome;
    return outcome ?? asked.errors?.[0]?.extensions?.code;
  };
  expect(await claim("a", { verifiedEmail: "anne@exemple.fr" }, admin)).toBe("FORBIDDEN");
  expect(await claim("a", { verifiedEmail: "autre@exemple.fr" })).toBe("UNKNOWN");
  expect(await claim("a", { verifiedEmail: "anne@exemple.fr" })).toBe("BOUND");
  expect(await claim("a", { verifiedEmail: "anne@exemple.fr" })).toBe("KNOWN");
  expect(await claim("b", { verifiedEmail: "anne@exemple.fr" })).toBe("UNKNOWN");
  for (const actor of [someone, paul, programme]) {
    expect(codesOf(await it.givesLink(actor, bruno))).toEqual(["FORBIDDEN"]);
  }
  const { claimLink } = await it.givesLink(dominique, bruno);
  const token = new URL(claimLink.url).searchParams.get("jeton");
  expect(await claim("c", { token: "faux" })).toBe("LINK_INVALID");
  expect(await claim("c", { token })).toBe("BOUND");
  expect(await claim("d", { token })).toBe("LINK_INVALID");
  expect((await it.db.identity.findMany({ orderBy: { subject: "asc" } })).map(({ personId }) => personId)).toEqual([
    anne,
    bruno,
  ]);
});

test("a DAN looks after the persons of the academy, and of no other", async () => {
  const here = { academyCode: RENNES };
  expect((await it.records(dominique, "Anne", "Ici", here)).errors).toEqual([]);
  expect(codesOf(await it.records(dominique, "Anne", "Ailleurs", { academyCode: "24" }))).toEqual(["FORBIDDEN"]);
  const anne = await it.knows("Anne", "Exemple", here);
  const corrects = (actor: typeof admin, input: object) => it.corrects(actor, { personId: anne, ...input });
  expect(codesOf(await corrects(someone, { position: "Professeure" }))).toEqual(["FORBIDDEN"]);
  expect(codesOf(await corrects(dominique, { academyCode: "24" }))).toEqual(["FORBIDDEN"]);
  expect((await corrects(dominique, { position: "Professeure" })).person.position).toBe("Professeure");
  expect((await corrects(as(anne), { email: "anne@exemple.fr" })).person.email).toBe("anne@exemple.fr");
  expect(codesOf(await corrects(as(anne), { familyName: " " }))).toEqual(["REQUIRED"]);
  expect(codesOf(await it.appoints(dominique, { personId: id(77), role: "EDITOR" }))).toEqual(["FORBIDDEN"]);
});

test("R63: a team may be stood by a Canopé workshop, which nothing asks for", async () => {
  await it.themeIsAgreed();
  await it.projectOpens({});
  const { id: academicGroupId, compositionCheck } = await it.groupOf();
  expect(gapsOf({ compositionCheck }).some((gap) => gap.endsWith("R63"))).toBe(false);
  const input = { academicGroupId, kind: "CANOPE", name: "Atelier Canopé 35", support: "Édition des productions" };
  expect(codesOf(await it.addsPartner(someone, input))).toEqual(["FORBIDDEN"]);
  const { academicGroup } = await it.addsPartner(claire, input);
  expect(academicGroup.partners).toMatchObject([{ name: "Atelier Canopé 35", endedOn: null }]);
  expect(codesOf(await it.addsPartner(paul, input))).toEqual(["PARTNER_KNOWN R63"]);
  const left = await it.endsPartner(dominique, academicGroup.partners[0].id);
  expect(left.academicGroup.partners).toMatchObject([{ endedOn: "2019-09-16" }]);
});

test("a message to the group reaches whoever sits in it, from who leads it only", async () => {
  const { referentId } = await led();
  const { id: groupId } = await it.groupOf();
  const message = { groupId, subject: "Prochaine réunion", text: "Merci de proposer vos dates." };
  expect(codesOf(await it.writes(someone, message))).toEqual(["FORBIDDEN"]);
  expect(codesOf(await it.writes(paul, { ...message, text: "" }))).toEqual(["REQUIRED"]);
  expect((await it.writes(paul, message)).recipients).toBe(5);
  const told = (await it.saidOf(NoticeIssuedSchema)).at(-1)?.notice;
  expect(told).toMatchObject({ kind: "GROUP_MESSAGE", title: "Prochaine réunion" });
  expect(told?.personIds).toContain(referentId);
});
