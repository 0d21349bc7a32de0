import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { StringValueSchema } from "@bufbuild/protobuf/wkt";
import { audit, auditTrail } from "../src/audit.ts";
import { forgetKey, forgetWords } from "../src/forget.ts";
import { appendEvents } from "../src/outbox.ts";
import { events, NOON, openDatabase, type TestDatabase, TOPIC } from "./support.ts";

const WORDS = ["Zoé L'Hœuvrard", "L'Hœuvrard Zoé", "zoe.lhoeuvrard@exemple.fr"];
const forgetting = { words: WORDS, by: "personne effacée", messages: events };

let service: TestDatabase;
beforeEach(async () => {
  service = await openDatabase();
  await service.db.$executeRawUnsafe(
    "create table note (id integer, body text, folded text, tags text[], more jsonb, kept json)",
  );
  await service.db.$executeRawUnsafe("create table spared (body text)");
});
afterEach(() => service.close());

const note = (id: number, body: string) =>
  service.db.$executeRawUnsafe("insert into note (id, body) values ($1::text::integer, $2::text)", String(id), body);
const bodies = async () =>
  (await service.db.$queryRawUnsafe<{ body: string }[]>("select body from note order by id")).map(({ body }) => body);
const forget = (more: object = {}) => service.db.$transaction((tx) => forgetWords(tx, { ...forgetting, ...more }));
const said = (words: string, key = "k") => ({
  type: StringValueSchema.typeName,
  topic: TOPIC,
  key,
  version: 1,
  value: toBinary(StringValueSchema, create(StringValueSchema, { value: words })),
  at: NOON,
});

test("whole words go, with and without accents, in any case and with any spaces", async () => {
  await note(1, "Lu par Zoé L'Hœuvrard, puis par ZOE  L’HOEUVRARD.");
  await note(2, "Écrire à Zoe.Lhoeuvrard@exemple.fr");
  await note(3, "Zoé L'Hœuvrardin n'est pas elle.");
  expect(await forget()).toBe(2);
  expect(await bodies()).toEqual([
    "Lu par personne effacée, puis par personne effacée.",
    "Écrire à personne effacée",
    "Zoé L'Hœuvrardin n'est pas elle.",
  ]);
});

test("arrays, JSON and folded texts are searched too, and what is spared stays", async () => {
  await service.db.$executeRawUnsafe(
    `insert into note (id, folded, tags, more, kept) values (1, 'zoe l hoeuvrard', array['svt', 'Zoé L''Hœuvrard'],
       '{"by": ["Zoé L''Hœuvrard"]}', '{"by": "L''Hœuvrard  Zoé"}')`,
  );
  await service.db.$executeRawUnsafe("insert into spared values ('Zoé L''Hœuvrard')");
  await forget({ spare: ["spared"] });
  const [row] = await service.db.$queryRawUnsafe<object[]>("select folded, tags, more, kept from note");
  expect(row).toEqual({
    folded: "personne effacée",
    tags: ["svt", "personne effacée"],
    more: { by: ["personne effacée"] },
    kept: { by: "personne effacée" },
  });
  expect(await service.db.$queryRawUnsafe("select body from spared")).toEqual([{ body: "Zoé L'Hœuvrard" }]);
});

test("of a table only the rows that are meant", async () => {
  await note(1, "Zoé L'Hœuvrard");
  await note(2, "Zoé L'Hœuvrard");
  expect(await forget({ within: { note: { column: "body", values: [] } } })).toBe(0);
  await service.db.$executeRawUnsafe("update note set folded = id");
  expect(await forget({ within: { note: { column: "folded", values: ["2"] } } })).toBe(1);
  expect(await bodies()).toEqual(["Zoé L'Hœuvrard", "personne effacée"]);
});

test("the audit trail forgets the words, and refuses every other change as before", async () => {
  const entry = { at: NOON, actor: { kind: "system" as const, name: "x" }, action: "end", subject: "Mandate:1" };
  await audit(service.db, { ...entry, reason: "Zoé L'Hœuvrard change d'académie" });
  await forget();
  expect(await auditTrail(service.db, "Mandate:1")).toMatchObject([
    { action: "end", reason: "personne effacée change d'académie" },
  ]);
  await expect(service.db.$executeRawUnsafe("update kit.audit set reason = ''")).rejects.toThrow("append-only");
});

test("messages that wait to leave are written again without the words", async () => {
  await appendEvents(service.db, [said("Vu avec Zoé L'Hœuvrard"), said("Rien")]);
  expect(await forget()).toBe(1);
  const rows = await service.db.$queryRawUnsafe<{ payload: Buffer }[]>("select payload from kit.outbox order by seq");
  expect(rows.map(({ payload }) => fromBinary(StringValueSchema, payload).value)).toEqual([
    "Vu avec personne effacée",
    "Rien",
  ]);
});

test("of a key of a compacted topic only the last message stays", async () => {
  await appendEvents(service.db, [said("un"), said("deux"), said("autre", "other"), { ...said(""), value: null }]);
  expect(await forgetKey(service.db, TOPIC, "k")).toBe(2);
  const rows = await service.db.$queryRawUnsafe<{ key: string }[]>("select key from kit.outbox order by seq");
  expect(rows.map(({ key }) => key)).toEqual(["other", "k"]);
});

test("nothing to forget changes nothing", async () => {
  await note(1, "Rien");
  expect(await forget({ words: ["", " "] })).toBe(0);
  expect(await forget()).toBe(0);
});
