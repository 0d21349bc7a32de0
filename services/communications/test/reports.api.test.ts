import type { Actor } from "@trame/kit/actor";
import { person } from "@trame/kit/testing/service";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { claire, communications, programme, sylvie, type Tested, visitor } from "./examples.ts";

let it: Tested;

beforeAll(async () => {
  it = await communications();
});
afterAll(() => it.stop());

const admin = person("anne", { role: "ADMIN" });

const reports = async (actor: Actor, input: object = {}) =>
  (
    await it.query(
      actor,
      `mutation($input: ReportProblemInput!) { reportProblem(input: $input) { received { id reportedAt } errors { kind code field } } }`,
      { input: { kind: "FAULT", text: "Le tableau ne s'affiche pas.", path: "/themes", ...input } },
    )
  ).reportProblem;

const list = async (actor: Actor, args = "") =>
  (
    await it.query(
      actor,
      `{ problemReports${args} { totalCount nodes { id kind text path contact state answer version reporter { id } } } }`,
    )
  ).problemReports;

const answers = async (actor: Actor, input: object) =>
  (
    await it.query(
      actor,
      `mutation($input: AnswerProblemInput!) { answerProblem(input: $input) { report { state answer contact } errors { kind code field } } }`,
      { input: { answer: "C'est réparé.", ...input } },
    )
  ).answerProblem;

test("a visitor reports a problem on a page; the programme office and the administration read it, nobody else", async () => {
  const { received, errors } = await reports(visitor, { contact: "lectrice@example.org" });
  expect(errors).toEqual([]);
  for (const actor of [programme, admin]) {
    const { nodes } = await list(actor);
    expect(nodes).toMatchObject([
      { id: received.id, path: "/themes", contact: "lectrice@example.org", state: "OPEN", reporter: null },
    ]);
  }
  expect((await list(claire)).nodes).toEqual([]);
  await expect(list(visitor)).rejects.toThrow("Identifiez-vous");
});

test("what a robot puts into the trap is thrown away without a word; an empty text is refused with its field", async () => {
  const before = (await list(programme)).totalCount;
  const trapped = await reports(visitor, { website: "https://example.org" });
  expect([trapped.errors, trapped.received.id]).toEqual([[], expect.any(String)]);
  expect((await reports(visitor, { text: " " })).errors).toMatchObject([{ kind: "INVALID", field: "text" }]);
  expect((await list(programme)).totalCount).toBe(before);
});

test("an address of elsewhere is not kept as the page in question; personal data need an address to write back to", async () => {
  const { received } = await reports(visitor, { path: "//example.org/piege" });
  const { nodes } = await list(programme);
  expect(nodes.find(({ id }: { id: string }) => id === received.id).path).toBeNull();
  expect((await reports(visitor, { kind: "PERSONAL_DATA" })).errors).toMatchObject([{ code: "CONTACT_NEEDED" }]);
  expect((await reports(claire, { kind: "PERSONAL_DATA" })).errors).toEqual([]);
});

test("the office answers once: who reported is told, the address is forgotten, others are refused", async () => {
  const { received } = await reports(sylvie, { text: "Une coquille dans la lettre.", contact: "poste 12" });
  const task = async () =>
    (
      await it.query(
        programme,
        `{ _entities(representations: [{ __typename: "Viewer", id: "pierre" }]) { ... on Viewer { communicationTasks { id href } } } }`,
      )
    )._entities[0].communicationTasks;
  expect(await task()).toMatchObject([{ id: "problem-reports:open", href: "/espace/signalements" }]);
  expect((await answers(sylvie, { reportId: received.id })).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  expect((await answers(programme, { reportId: received.id, expectedVersion: 7 })).errors).toMatchObject([
    { kind: "CONFLICT" },
  ]);
  expect(await answers(programme, { reportId: received.id, expectedVersion: 1 })).toMatchObject({
    report: { state: "ANSWERED", answer: "C'est réparé.", contact: null },
    errors: [],
  });
  expect((await answers(admin, { reportId: received.id })).errors).toMatchObject([{ code: "ALREADY_ANSWERED" }]);
  expect(await it.saidOf(NoticeIssuedSchema)).toMatchObject([
    { notice: { kind: "PROBLEM_ANSWERED", personIds: ["sylvie"], path: "/espace/signalements" } },
  ]);
  expect((await list(sylvie, "(states: [ANSWERED])")).nodes).toMatchObject([{ answer: "C'est réparé." }]);
});

test("a flood from one person is refused after ten within the hour, and taken again an hour later", async () => {
  const flooding = person("flore", { role: "TEACHER" });
  for (let i = 0; i < 10; i++) expect((await reports(flooding, { text: `n° ${i}` })).errors).toEqual([]);
  expect((await reports(flooding)).errors).toMatchObject([{ kind: "RULE", code: "TOO_MANY_REPORTS" }]);
  await it.passes(new Date("2020-05-18T08:00:01Z"));
  expect((await reports(flooding)).errors).toEqual([]);
});
