import type { Actor } from "@trame/kit/actor";
import { person } from "@trame/kit/testing/service";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { AcademicGroupCompletedSchema, MandateStartedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { claireFor, dominique, expertOf, paulFor, persons, programme, projects, RENNES, visitor } from "./examples.ts";

const YEAR = "2020-2021";

let it: Awaited<ReturnType<typeof projects>>;
let campaignId: string;
let themeId: string;
let projectId: string;
let paul: Actor;

beforeEach(async () => {
  it = await projects();
  const call = await it.openCallWithTheme();
  ({ campaignId, themeId } = call);
  paul = paulFor(themeId);
  const id = await it.submitted(themeId);
  projectId = await it.retained(call.campaignId, id);
  for (const personId of persons.teachers) {
    const mandate = { id: personId, personId, role: "TEACHER", academyCode: RENNES, themeId, startsOn: "2020-09-01" };
    await it.hears(MandateStartedSchema, personId, { mandate });
  }
  await it.hears(AcademicGroupCompletedSchema, projectId, { group: { projectId, complete: true } });
});
afterEach(() => it.stop());

const codes = (payload: { errors: { code: string }[] }) => payload.errors.map(({ code }) => code);
const FIELDS = "id version state lines { person { id } quantity } gaps { code requirement } rejection { reason }";

async function instalments(actor: Actor) {
  const query = `query($id: ID!) { project(id: $id) { instalments { schoolYear number ${FIELDS} } } }`;
  return (await it.query(actor, query, { id: projectId })).project.instalments;
}

async function act(actor: Actor, name: string, type: string, input: object, fields = `instalment { ${FIELDS} }`) {
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} errors { code field requirement } } }`;
  return (await it.query(actor, query, { input }))[name];
}

const hours = (quantity: number, personId = persons.teachers[0]) => ({
  personId,
  nature: "HSE",
  measure: "UNITS",
  quantity,
});
const setLines = (actor: Actor, lines: object[], number = 1) =>
  act(actor, "setPayLines", "SetPayLinesInput", { projectId, schoolYear: YEAR, number, lines });
const attest = (actor: Actor, instalmentId: string) =>
  act(actor, "attestService", "AttestServiceInput", { instalmentId });
const order = (actor: Actor, instalmentIds: string[]) =>
  act(
    actor,
    "orderPayments",
    "OrderPaymentsInput",
    { instalmentIds, reference: "OP-2020-7" },
    `results { instalment { ${FIELDS} } errors { code requirement } }`,
  );

test("R90: an engaged team has exactly two instalments in its school year, and a third is refused", async () => {
  expect(await instalments(programme)).toMatchObject([
    { schoolYear: YEAR, number: 1, state: "PLANNED" },
    { schoolYear: YEAR, number: 2, state: "PLANNED" },
  ]);
  await it.hears(AcademicGroupCompletedSchema, projectId, { group: { projectId, complete: true } });
  expect(await instalments(programme)).toHaveLength(2);
  expect((await setLines(paul, [hours(6)], 3)).errors).toMatchObject([
    { code: "THIRD_INSTALMENT", requirement: "R90" },
  ]);
});

test("R89: lines and attestation by the pilot or the DAN, the order by the programme office, and by nobody else", async () => {
  it.setNow("2020-11-04T09:00:00Z");
  for (const actor of [visitor, programme, claireFor(themeId), expertOf(themeId)]) {
    expect(codes(await setLines(actor, [hours(6)]))).toEqual(["FORBIDDEN"]);
  }
  const { instalment } = await setLines(dominique, [hours(6), hours(4.5, persons.teachers[1])]);
  expect(instalment.lines.map((line: { quantity: number }) => line.quantity)).toEqual([6, 4.5]);
  expect((await order(programme, [instalment.id])).results[0].errors).toMatchObject([
    { code: "SERVICE_NOT_ATTESTED", requirement: "R89" },
  ]);
  for (const actor of [visitor, programme, claireFor(themeId)]) {
    expect(codes(await attest(actor, instalment.id))).toEqual(["FORBIDDEN"]);
  }
  expect((await attest(paul, instalment.id)).instalment.state).toBe("ATTESTED");
  for (const actor of [visitor, paul, dominique]) {
    expect(codes((await order(actor, [instalment.id])).results[0])).toEqual(["FORBIDDEN"]);
  }
  const [first, second] = await instalments(programme);
  const { results } = await order(programme, [first.id, second.id]);
  expect(results.map((one: { instalment: { state: string } | null }) => one.instalment?.state ?? null)).toEqual([
    "ORDERED",
    null,
  ]);
  expect(codes(results[1])).toEqual(["NO_PAY_LINE", "INSTALMENT_TOO_EARLY", "SERVICE_NOT_ATTESTED"]);
});

test("R89: a rejected payment comes back to whoever attested, with its reason, and is told", async () => {
  it.setNow("2020-11-04T09:00:00Z");
  const { instalment } = await setLines(paul, [hours(6)]);
  await attest(paul, instalment.id);
  await order(programme, [instalment.id]);
  const input = { instalmentId: instalment.id, reason: "Le grade manque." };
  expect(codes(await act(paul, "rejectPayment", "RejectPaymentInput", input))).toEqual(["FORBIDDEN"]);
  const rejected = await act(programme, "rejectPayment", "RejectPaymentInput", input);
  expect(rejected.instalment).toMatchObject({ state: "REJECTED", rejection: { reason: "Le grade manque." } });
  const ofPay = async () =>
    (await it.saidOf(NoticeIssuedSchema)).filter(({ notice }) => notice?.kind.startsWith("PAYMENT"));
  expect(await ofPay()).toMatchObject([{ notice: { kind: "PAYMENT_REJECTED", about: instalment.id } }]);
  await setLines(paul, [hours(5)]);
  await attest(paul, instalment.id);
  await order(programme, [instalment.id]);
  const paid = { instalmentIds: [instalment.id], paidOn: "2020-11-04" };
  await act(
    programme,
    "recordPayments",
    "RecordPaymentsInput",
    paid,
    `results { instalment { state } errors { code } }`,
  );
  await act(
    programme,
    "recordPayments",
    "RecordPaymentsInput",
    paid,
    `results { instalment { state } errors { code } }`,
  );
  expect((await ofPay()).map(({ notice }) => notice?.kind)).toEqual(["PAYMENT_REJECTED", "PAYMENT_MADE"]);
});

test("R89: what each person is paid is read by the office, the pilot and the DAN, and by the person for herself", async () => {
  it.setNow("2020-11-04T09:00:00Z");
  await setLines(paul, [hours(6), hours(4.5, persons.teachers[1])]);
  for (const actor of [programme, paul, dominique]) {
    expect((await instalments(actor))[0].lines).toHaveLength(2);
    expect((await it.query(actor, "{ payLines { totalCount } }")).payLines.totalCount).toBe(2);
  }
  expect((await instalments(claireFor(themeId)))[0]).toMatchObject({ state: "PLANNED", lines: null });
  for (const actor of [visitor, expertOf(themeId)]) expect(await instalments(actor)).toBeNull();
  for (const actor of [visitor, expertOf(themeId), claireFor(themeId)]) {
    expect((await it.query(actor, "{ payLines { totalCount } }")).payLines.totalCount).toBe(0);
  }
  const ana = person(persons.teachers[1] ?? "");
  const own =
    "query($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { payLines { nodes { quantity } } } } }";
  const read = (id: string | undefined) => it.query(ana, own, { r: [{ __typename: "Viewer", id }] });
  expect((await read(ana.personId))._entities[0].payLines.nodes).toEqual([{ quantity: 4.5 }]);
  expect((await read(persons.teachers[0]))._entities[0].payLines).toBeNull();
});

test("an envelope shows what is committed and what is left, and exceeding it blocks nothing", async () => {
  it.setNow("2020-11-04T09:00:00Z");
  const input = { academyCode: RENNES, schoolYear: YEAR, nature: "HSE", measure: "UNITS", quantity: 10 };
  const fields = "envelope { granted committed planned left }";
  expect(codes(await act(dominique, "setEnvelope", "SetEnvelopeInput", input, fields))).toEqual(["FORBIDDEN"]);
  expect((await act(programme, "setEnvelope", "SetEnvelopeInput", input, fields)).envelope.left).toBe(10);
  const { instalment } = await setLines(paul, [hours(12)]);
  const query = "{ envelopes { academy { code } granted committed planned left } }";
  const left = async (actor: Actor) => (await it.query(actor, query)).envelopes;
  expect(await left(dominique)).toMatchObject([{ academy: { code: RENNES }, committed: 0, planned: 12, left: 10 }]);
  await attest(paul, instalment.id);
  expect(await left(programme)).toMatchObject([{ committed: 12, planned: 0, left: -2 }]);
  expect((await order(programme, [instalment.id])).results[0].instalment.state).toBe("ORDERED");
  expect(await left(paul)).toEqual([]);
});

test("R90: the office sets the campaign's windows of pay, and whatever is not attested yet follows them", async () => {
  it.setNow("2020-11-04T09:00:00Z");
  const { instalment } = await setLines(paul, [hours(6)]);
  await attest(paul, instalment.id);
  const set = (actor: Actor, second: string) => {
    const payWindows = [
      { number: 1, from: "10-01", to: "11-30" },
      { number: 2, from: second, to: "07-15" },
    ];
    const fields = "campaign { settings { payWindows { number from to } } }";
    return act(actor, "reviseCampaign", "ReviseCampaignInput", { campaignId, settings: { payWindows } }, fields);
  };
  for (const actor of [visitor, paul, expertOf(themeId)])
    expect(codes(await set(actor, "05-15"))).toEqual(["FORBIDDEN"]);
  expect((await set(programme, "15 mai")).errors).toMatchObject([
    { code: "PAY_WINDOW_MALFORMED", field: "settings.payWindows.1.from", requirement: "R90" },
  ]);
  expect((await set(programme, "05-15")).campaign.settings.payWindows[1]).toEqual({
    ...{ number: 2, from: "05-15", to: "07-15" },
  });
  const query = "query($id: ID!) { project(id: $id) { instalments { number opensOn closesOn } } }";
  expect((await it.query(programme, query, { id: projectId })).project.instalments).toEqual([
    { number: 1, opensOn: "2020-09-01", closesOn: "2020-12-31" },
    { number: 2, opensOn: "2021-05-15", closesOn: "2021-07-15" },
  ]);
});

test("two orders at once: one wins, the other learns that it is ordered", async () => {
  it.setNow("2020-11-04T09:00:00Z");
  const { instalment } = await setLines(paul, [hours(6)]);
  await attest(paul, instalment.id);
  const both = await Promise.all([order(programme, [instalment.id]), order(programme, [instalment.id])]);
  expect(both.flatMap(({ results }) => codes(results[0])).sort()).toEqual(["ALREADY_ORDERED"]);
});

test("R89, R90: to attest is a task of the pilot and the DAN while the window is open, to order one of the office", async () => {
  const query =
    "query($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { projectTasks { kind dueAt href } } } }";
  const tasks = async (actor: Actor) => {
    const { _entities } = await it.query(actor, query, { r: [{ __typename: "Viewer", id: actor.personId }] });
    return _entities[0].projectTasks.filter(({ kind }: { kind: string }) => kind.startsWith("pay"));
  };
  expect(await tasks(paul)).toEqual([]);
  it.setNow("2020-11-04T09:00:00Z");
  const { instalment } = await setLines(paul, [hours(6)]);
  const href = `/espace/versements/${instalment.id}`;
  for (const actor of [paul, dominique]) {
    expect(await tasks(actor)).toEqual([{ kind: "pay-attest", dueAt: "2020-12-31T23:00:00.000Z", href }]);
  }
  expect(await tasks(claireFor(themeId))).toEqual([]);
  await attest(paul, instalment.id);
  expect(await tasks(paul)).toEqual([]);
  expect(await tasks(programme)).toMatchObject([{ kind: "pay-order" }]);
});
