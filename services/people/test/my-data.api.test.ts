import { PersonDataErasedSchema } from "@trame/proto-schemas/erasures/v1/erasure_pb";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { ScenarioPublishedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import { bindIdentity } from "../src/store/persons.ts";
import {
  admin,
  claire,
  codesOf,
  dominique,
  id,
  type People,
  people,
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

const as = (personId: string) => ({ ...someone, personId });
const OTHERS = ["projects", "scenarios", "meetings", "communications"];

const forgets = (personId: string, erasureId: string, services = OTHERS) =>
  Promise.all(
    services.map((service) =>
      it.hears(PersonDataErasedSchema, personId, { erasureId, personId, service, places: 2 }, { version: 1 }),
    ),
  );

/** Zoé teaches in Rennes' team, can sign in, and is named in a note. */
async function zoe() {
  const personId = await it.knows("Zoé", "Quémener", { email: "zoe@exemple.fr", academyCode: RENNES });
  await it.db.$transaction((tx) => bindIdentity(tx, "*", "zoe", personId));
  await it.themeIsAgreed();
  await it.projectOpens({ members: [teacher(personId)] });
  await it.appoints(dominique, {
    personId: await it.knows("Bruno"),
    role: "IAN",
    academyCode: RENNES,
    disciplineCode: "svt",
    designation: "Sur proposition de Zoé Quémener",
  });
  return personId;
}

/** Asked and confirmed. */
async function leaves(personId: string, keepsAuthorship = true) {
  const { erasure, receiptUrl } = await it.asksErasure(as(personId), { keepsAuthorship });
  const { errors } = await it.confirmsErasure(as(personId), erasure.id);
  expect(errors).toEqual([]);
  return { id: erasure.id as string, token: (receiptUrl as string).split("/").at(-1) ?? "" };
}

/** Everything that the service's database holds, as text. */
async function everything(): Promise<string> {
  const tables = await it.db.$queryRaw<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'kit') and table_type = 'BASE TABLE'`;
  const texts = [];
  for (const { name } of tables) {
    const rows = await it.db.$queryRawUnsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  const payloads = (await it.said()).map(({ payload }) => Buffer.from(payload ?? []).toString("utf8"));
  return [...texts, ...payloads].join("\n");
}

test("an erasure changes nothing before it is confirmed, and is the person's own affair", async () => {
  const personId = await zoe();
  for (const actor of [visitor, someone, claire, dominique]) {
    expect(codesOf(await it.asksErasure(actor, { personId }))).toEqual(["FORBIDDEN"]);
  }
  const { erasure } = await it.asksErasure(as(personId));
  expect(erasure).toMatchObject({ state: "ASKED", keepsAuthorship: true });
  expect(codesOf(await it.asksErasure(as(personId)))).toEqual(["ERASURE_PENDING"]);
  for (const actor of [someone, claire]) {
    expect(codesOf(await it.confirmsErasure(actor, erasure.id))).toEqual(["FORBIDDEN"]);
  }
  expect((await it.withdrawsErasure(as(personId), erasure.id)).erasure.state).toBe("WITHDRAWN");
  expect(codesOf(await it.confirmsErasure(as(personId), erasure.id))).toEqual(["ERASURE_NOT_WAITING"]);
  expect(await it.db.person.findUnique({ where: { id: personId } })).toMatchObject({ familyName: "Quémener" });
});

test("a confirmed erasure ends the mandates, closes the way in and forgets the words everywhere here", async () => {
  const personId = await zoe();
  await leaves(personId);
  expect((await it.groupOf()).seats).toEqual([]);
  expect(await it.db.identity.count({ where: { personId } })).toBe(0);
  const { person, persons } = await it.query(
    someone,
    'query($id: ID!) { person(id: $id) { displayName email erased } persons(search: "quemener") { totalCount } }',
    { id: personId },
  );
  expect(person).toEqual({ displayName: "Personne effacée", email: null, erased: true });
  expect(persons.totalCount).toBe(0);
  const [last] = (await it.saidOf(PersonStateSchema)).filter(({ erasureId }) => erasureId !== "");
  expect(last).toMatchObject({ displayName: "Zoé Quémener", email: "zoe@exemple.fr", keepsAuthorship: false });
  expect(codesOf(await it.appoints(admin, { personId, role: "EDITOR" }))).toEqual(["NOT_FOUND"]);
});

test("the receipt shows who has forgotten; after the last one nothing here holds the name", async () => {
  const personId = await zoe();
  const { id: erasureId, token } = await leaves(personId);
  const receipt = async () =>
    (
      await it.query(
        visitor,
        "query($t: String!) { erasureReceipt(token: $t) { state services { service erasedAt } } }",
        {
          t: token,
        },
      )
    ).erasureReceipt;
  await forgets(personId, erasureId, OTHERS.slice(0, 3));
  await forgets(personId, erasureId, OTHERS.slice(0, 3));
  const running = await receipt();
  expect(running.state).toBe("RUNNING");
  expect(running.services.filter(({ erasedAt }: { erasedAt: string | null }) => erasedAt === null)).toEqual([
    { service: "communications", erasedAt: null },
  ]);
  await forgets(personId, erasureId, ["communications"]);
  expect((await receipt()).state).toBe("COMPLETE");
  const said = (await it.said()).filter(({ key, topic }) => key === personId && topic === "traam.people-state.v1");
  expect(said.map(({ payload }) => payload)).toEqual([null]);
  const held = await everything();
  for (const word of ["Quémener", "quemener", "zoe@exemple.fr"]) expect(held).not.toContain(word);
  expect(held).toContain("Sur proposition de personne effacée");
  expect((await it.query(visitor, '{ erasureReceipt(token: "autre") { state } }')).erasureReceipt).toBeNull();
});

test.each([
  [true, "Zoé Quémener"],
  [false, "Personne effacée"],
])("the author of a published work keeps the name on it or not, as asked (%s)", async (keeps, shown) => {
  const personId = await zoe();
  await it.hears(ScenarioPublishedSchema, id(800), {
    scenario: { id: id(800), state: "PUBLISHED", themeId: THEME, academyCodes: [RENNES], authors: [{ personId }] },
  });
  const { id: erasureId } = await leaves(personId, keeps);
  await forgets(personId, erasureId);
  const { person } = await it.query(visitor, "query($id: ID!) { person(id: $id) { displayName familyName } }", {
    id: personId,
  });
  expect(person).toEqual({ displayName: shown, familyName: "" });
  expect((await it.saidOf(PersonStateSchema)).at(-1)?.displayName).toBe(keeps ? "Zoé Quémener" : "");
});

test("the data officer sees erasures until they are complete; the last administrator does not leave", async () => {
  const personId = await zoe();
  const { id: erasureId } = await leaves(personId);
  const open = "{ erasures(open: true) { totalCount nodes { id state } } }";
  expect((await it.ask(someone, open)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  expect((await it.query(admin, open)).erasures.nodes).toEqual([{ id: erasureId, state: "RUNNING" }]);
  await forgets(personId, erasureId);
  expect((await it.query(admin, open)).erasures.totalCount).toBe(0);
  const last = await it.knows("Ada");
  await it.appoints(admin, { personId: last, role: "ADMIN" });
  expect(codesOf(await it.asksErasure(as(last)))).toEqual(["LAST_ADMIN"]);
});

test("what a person cannot put right alone is asked of the academy, and answered", async () => {
  const personId = await zoe();
  expect(codesOf(await it.requestsCorrection(as(personId), " "))).toEqual(["REQUIRED"]);
  const { correction } = await it.requestsCorrection(as(personId), "Mon mandat commence en octobre.");
  expect(codesOf(await it.answersCorrection(someone, correction.id, "Fait"))).toEqual(["FORBIDDEN"]);
  const asked = await it.query(dominique, "{ corrections { text person { id } } }");
  expect(asked.corrections).toEqual([{ text: "Mon mandat commence en octobre.", person: { id: personId } }]);
  expect((await it.answersCorrection(dominique, correction.id, "Corrigé ce jour.")).correction.answer).toBe(
    "Corrigé ce jour.",
  );
  expect((await it.query(dominique, "{ corrections { id } }")).corrections).toEqual([]);
  const told = (await it.saidOf(NoticeIssuedSchema)).map(({ notice }) => notice);
  expect(told).toMatchObject([{ audiences: [{ role: "ADMIN" }, { role: "DAN" }] }, { personIds: [personId] }]);
});

test("everything that names the person is shown to her, whatever the table", async () => {
  const personId = await zoe();
  const { viewer } = await it.query(as(personId), "{ viewer { heldByPeople { label count items { label path } } } }");
  const sorts = Object.fromEntries(
    viewer.heldByPeople.map(({ label, count }: { label: string; count: number }) => [label, count]),
  );
  expect(sorts).toMatchObject({ "Identité et fonction": 1, "Comptes rattachés": 1, "Mandats tenus ou donnés": 1 });
  expect(Object.keys(sorts).filter((label) => label.startsWith("Autres"))).toEqual([]);
});

test("whoever has held nothing for the term is told, and forgotten unless he or she objects", async () => {
  const personId = await it.knows("Anne", "Ancienne");
  const other = await it.knows("Bruno", "Ancien");
  for (const one of [personId, other]) await it.appoints(admin, { personId: one, role: "EDITOR" });
  expect(codesOf(await it.setsTerms(admin, { retentionYears: 0 }))).toEqual(["OUT_OF_RANGE"]);
  expect(codesOf(await it.setsTerms(someone))).toEqual(["FORBIDDEN"]);
  await it.setsTerms(admin, { retentionYears: 1 });
  await it.passes("2021-09-15T00:00:00Z");
  const told = (await it.saidOf(NoticeIssuedSchema)).map(({ notice }) => notice);
  expect(told.map((notice) => notice?.kind)).toEqual(["DATA_RETENTION", "DATA_RETENTION"]);
  const { viewer } = await it.query(as(other), "{ viewer { erasure { id state dueOn } } }");
  expect(viewer.erasure.state).toBe("ANNOUNCED");
  await it.withdrawsErasure(as(other), viewer.erasure.id);
  await it.passes("2021-11-01T00:00:00Z");
  const names = await it.db.person.findMany({ select: { familyName: true }, orderBy: { familyName: "asc" } });
  expect(names.map(({ familyName }) => familyName)).toEqual(["", "Ancien"]);
});
