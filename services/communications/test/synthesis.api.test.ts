import { silentLogger } from "@trame/kit/log";
import { readPdf } from "@trame/kit/testing/pdf";
import { person } from "@trame/kit/testing/service";
import { SynthesisDistributedSchema, SynthesisSignedSchema } from "@trame/proto-schemas/communications/v1/events_pb";
import { MeetingHeldSchema } from "@trame/proto-schemas/meetings/v1/events_pb";
import { AcademyRecordedSchema, MandateStartedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { PublicationPublishedSchema } from "@trame/proto-schemas/publications/v1/publications_pb";
import { ImplementationRecordedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import Fastify, { type FastifyInstance } from "fastify";
import { routesWith } from "../src/routes.ts";
import { claimMails, recordOutcome } from "../src/store/mail-queue.ts";
import { synthesisIdOf } from "../src/store/syntheses.ts";
import {
  claire,
  communications,
  known,
  nadia,
  ORIGIN,
  otherExpert,
  programme,
  RENNES,
  sylvie,
  type Tested,
  visitor,
} from "./examples.ts";

const paul = person("paul", { role: "EXPERT", themeId: "theme-svt" });
const general = person("ig", { role: "INSPECTOR_GENERAL", themeId: "theme-svt" });
const id = synthesisIdOf("theme-svt", "FINAL");

let it: Tested;
let http: FastifyInstance;
beforeAll(async () => {
  it = await communications();
  await known(it);
  http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger: silentLogger });
  await it.hears(AcademyRecordedSchema, "23", { academy: { code: "23", name: "Nice", label: "académie de Nice" } });
  for (const [personId, role] of [
    ["nadia", "EXPERT"],
    ["paul", "EXPERT"],
    ["ig", "INSPECTOR_GENERAL"],
    ["yann", "TEACHER"],
  ] as const) {
    await it.hears(MandateStartedSchema, `mandate-${personId}`, {
      mandate: { id: `mandate-${personId}`, personId, role, themeId: "theme-svt", startsOn: "2019-09-01" },
    });
  }
  await it.hears(PersonStateSchema, "nadia", { id: "nadia", displayName: "Nadia Ferrand", email: "nadia@example.org" });
  await it.hearsScenario("s1", { edubaseState: "INDEXED" });
});
afterAll(async () => {
  await http.close();
  await it.stop();
});

const FIELDS = `synthesis { id kind state version sections { code text prefilled } signatures { person { id } } awaited { id }
  missing { requirement } foreword { text author { id } } copies { recipient name person { id } state sentAt readAt receivedAt receipt } }`;
const gives = async (actor: typeof nadia, name: string, input: object = {}) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${FIELDS} errors { kind code requirement } } }`;
  return (await it.query(actor, query, { input: { synthesisId: id, ...input } }))[name];
};
const read = async (actor: typeof nadia) =>
  (await it.query(actor, `query($id: ID!) { synthesis(id: $id) { ${FIELDS.slice("synthesis {".length)} }`, { id }))
    .synthesis;
const section = (synthesis: { sections: { code: string; text: string }[] }, code: string) =>
  synthesis.sections.find((one) => one.code === code);

test("R92: a launched theme of one year has a final synthesis to write, one of two years an intermediate one too", async () => {
  await it.hearsTheme("theme-svt", {
    title: "Les métadonnées en SVT",
    durationYears: 1,
    questions: ["Comment ?"],
    endsOn: "2020-07-10",
  });
  await it.hearsTheme("theme-emi", { kind: "TRANSDISCIPLINARY", durationYears: 2 });
  const kinds = async (themeId: string) =>
    (await it.db.synthesis.findMany({ where: { themeId }, orderBy: { kind: "desc" } })).map(({ kind }) => kind);
  expect([await kinds("theme-svt"), await kinds("theme-emi")]).toEqual([["FINAL"], ["INTERMEDIATE", "FINAL"]]);
});

test("R92: the final synthesis of a theme of two years is signed after the intermediate one, and not before", async () => {
  const [first, last] = [synthesisIdOf("theme-emi", "INTERMEDIATE"), synthesisIdOf("theme-emi", "FINAL")];
  const mandate = { id: "mandate-emi", personId: "omar", role: "EXPERT", themeId: "theme-emi", startsOn: "2019-09-01" };
  await it.hears(MandateStartedSchema, mandate.id, { mandate });
  const omar = person("omar", { role: "EXPERT", themeId: "theme-emi" });
  const sections = [
    { code: "GENERALISATION", text: "Former." },
    { code: "PERSPECTIVES", text: "Continuer." },
  ];
  for (const synthesisId of [first, last]) await gives(omar, "editSynthesis", { synthesisId, sections });
  const early = await gives(omar, "signSynthesis", { synthesisId: last });
  expect(early.errors).toMatchObject([{ kind: "RULE", code: "INTERMEDIATE_FIRST", requirement: "R92" }]);
  expect((await gives(omar, "signSynthesis", { synthesisId: first })).synthesis.state).toBe("SIGNED");
  expect((await gives(omar, "signSynthesis", { synthesisId: last })).synthesis.state).toBe("SIGNED");
});

test("R12, R91: it is filled from the year's events and refreshed by them; its experts and the group read it, nobody else", async () => {
  const before = await read(nadia);
  expect(section(before, "PRODUCTIONS")).toMatchObject({
    text: "Rennes – Cartes vivantes\nScénario : Scénario s1",
    prefilled: true,
  });
  expect(section(before, "REFLECTION")?.text).toContain("Comment ?");
  await it.hears(ImplementationRecordedSchema, "s1", {
    scenario: { id: "s1", themeId: "theme-svt" },
    implementationId: "i1",
  });
  await it.hears(MeetingHeldSchema, "m1", {
    meeting: { id: "m1", themeId: "theme-svt", level: "NATIONAL", state: "HELD" },
  });
  const now = await read(claire);
  expect(section(now, "IMPLEMENTATION")?.text).toContain("1 mise en œuvre en classe consignée");
  expect(section(now, "SCHEME")?.text).toContain("1 réunion nationale");
  expect(now.missing.map(({ requirement }: { requirement: string }) => requirement)).toEqual([
    "R66",
    "R13",
    "R70",
    "R04",
  ]);
  for (const actor of [visitor, sylvie, otherExpert]) expect(await read(actor)).toBeNull();
});

test("R91: its experts write and both sign; référents, editors and the office do not", async () => {
  const sections = [
    { code: "GENERALISATION", text: "Former." },
    { code: "PERSPECTIVES", text: "Continuer." },
  ];
  for (const actor of [claire, sylvie, programme, otherExpert, general]) {
    expect((await gives(actor, "editSynthesis", { sections })).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
    expect((await gives(actor, "signSynthesis")).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
  const edited = await gives(nadia, "editSynthesis", { sections });
  expect(edited.errors).toEqual([]);
  const half = await gives(nadia, "signSynthesis");
  expect(half.synthesis).toMatchObject({ state: "DRAFT", awaited: [{ id: "paul" }] });
  const tasks = async (actor: typeof nadia) =>
    (
      await it.query(
        actor,
        `{ _entities(representations: [{ __typename: "Viewer", id: "${actor.personId}" }]) { ... on Viewer { communicationTasks { title } } } }`,
      )
    )._entities[0].communicationTasks;
  expect(await tasks(paul)).toEqual(expect.arrayContaining([{ title: "Signer à votre tour la synthèse finale" }]));
  const signed = await gives(paul, "signSynthesis", { expectedVersion: half.synthesis.version });
  expect(signed.synthesis).toMatchObject({ state: "SIGNED", awaited: [] });
  expect((await it.saidOf(SynthesisSignedSchema)).at(-1)?.synthesis).toMatchObject({
    kind: "FINAL",
    signedByIds: ["nadia", "paul"],
  });
  expect((await gives(nadia, "editSynthesis", { sections })).errors).toMatchObject([{ code: "SYNTHESIS_SIGNED" }]);
  expect(await tasks(general)).toEqual(
    expect.arrayContaining([{ title: "Écrire l'avant-propos de la synthèse finale" }]),
  );
  expect((await gives(general, "writeForeword", { text: "Un beau travail." })).synthesis.foreword.author.id).toBe("ig");
  expect((await gives(nadia, "writeForeword", { text: "x" })).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
});

const INSTITUTIONS: [string, string][] = [
  ["IGEN", "R94"],
  ["DGESCO", "R95"],
  ["DRDIE", "R96"],
  [`ESPE-${RENNES}`, "R97"],
  ["IHEEF", "R98"],
];
const addresses = async (code: string, actor = programme) =>
  (
    await it.query(
      actor,
      `mutation { setInstitution(input: { code: "${code}", email: "${code.toLowerCase()}@example.org" }) { institution { email } errors { kind code } } }`,
    )
  ).setInstitution;

test("R94, R95, R96, R97, R98: it is not sent while one of its recipients has no address, and each of them is named", async () => {
  const refused = await gives(nadia, "distributeSynthesis");
  expect(refused.errors.map(({ requirement }: { requirement: string }) => requirement).sort()).toEqual(
    INSTITUTIONS.map(([, requirement]) => requirement),
  );
  expect((await addresses("IGEN", nadia)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  expect((await addresses("ESPE-99")).errors).toMatchObject([{ code: "UNKNOWN_INSTITUTION" }]);
  for (const [code] of INSTITUTIONS) expect((await addresses(code)).errors).toEqual([]);
});

test("R93 to R98: each recipient gets a copy, with proof of sending, of reading by the personal link, and of receipt", async () => {
  expect((await http.inject(`/syntheses/${id}/document.pdf`)).statusCode).toBe(404);
  const { synthesis, errors } = await gives(nadia, "distributeSynthesis");
  expect(errors).toEqual([]);
  const recipients = synthesis.copies.map(({ recipient }: { recipient: string }) => recipient);
  expect([...new Set(recipients)].sort()).toEqual(["DGESCO", "DRDIE", "ESPE", "IGEN", "IHEEF", "WORKING_GROUPS"]);
  const group = synthesis.copies.filter(({ recipient }: { recipient: string }) => recipient === "WORKING_GROUPS");
  expect(group.map((copy: { person: { id: string } }) => copy.person.id).sort()).toEqual([
    "ig",
    "nadia",
    "paul",
    "yann",
  ]);
  expect(synthesis.copies.filter(({ recipient }: { recipient: string }) => recipient === "ESPE")).toMatchObject([
    { name: "Direction de l'ESPé (INSPÉ), académie de Rennes" },
  ]);
  for (const mail of await claimMails(it.db, 50)) await recordOutcome(it.db, mail, { type: "sent", answer: "250 ok" });
  const copy = await it.db.synthesisCopy.findFirstOrThrow({ where: { recipient: "IGEN" } });
  expect(copy).toMatchObject({ state: "SENT", answer: "250 ok", readAt: null });
  const address = `/syntheses/lire/${copy.token}`;
  const says = (payload: string) =>
    http.inject({
      ...{ method: "POST", url: address, payload },
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  const readAt = async () => (await it.db.synthesisCopy.findUniqueOrThrow({ where: { id: copy.id } })).readAt;
  // A filter of mails follows links: it is no reader.
  const asked = await http.inject(address);
  expect(asked.body).toContain("Inspection générale");
  expect(asked.body).not.toContain("document.pdf");
  expect(await readAt()).toBeNull();
  const opened = await says("choix=lire");
  expect(opened.body).toContain("document.pdf");
  const first = await readAt();
  expect(first).not.toBeNull();
  await says("choix=lire");
  expect(await readAt()).toEqual(first);
  expect((await it.db.synthesisCopy.findUniqueOrThrow({ where: { id: copy.id } })).receivedAt).toBeNull();
  expect((await http.inject(address)).body).toContain("document.pdf");
  await says("choix=recevoir&receipt=Bien+re%C3%A7u");
  const proof = (await read(programme)).copies.find(({ recipient }: { recipient: string }) => recipient === "IGEN");
  expect(proof).toMatchObject({
    state: "SENT",
    sentAt: expect.any(String),
    readAt: expect.any(String),
    receivedAt: expect.any(String),
    receipt: "Bien reçu",
  });
  expect((await read(claire)).copies).toBeNull();
  expect((await gives(nadia, "distributeSynthesis")).errors).toMatchObject([{ code: "SYNTHESIS_DISTRIBUTED" }]);
  expect((await http.inject("/syntheses/lire/nobody")).statusCode).toBe(404);
  expect((await http.inject({ method: "POST", url: "/syntheses/lire/nobody" })).statusCode).toBe(404);
});

test("R12: once sent it is public, as a publication that every channel relays and as a document", async () => {
  expect((await it.saidOf(SynthesisDistributedSchema)).at(-1)?.synthesis).toMatchObject({
    id,
    themeId: "theme-svt",
    state: "DISTRIBUTED",
  });
  expect((await it.saidOf(PublicationPublishedSchema)).at(-1)?.publication).toMatchObject({
    ...{ kind: "SYNTHESIS", title: "Synthèse : Les métadonnées en SVT", url: `${ORIGIN}/syntheses/${id}` },
    attribution: "Équipe TraAM, académie de Rennes",
  });
  expect((await read(visitor)).state).toBe("DISTRIBUTED");
  const document = await http.inject(`/syntheses/${id}/document.pdf`);
  expect(document.headers["content-type"]).toBe("application/pdf");
  const { text, roles } = readPdf(document.rawPayload);
  expect(roles).toContain("H2");
  for (const words of ["Avant-propos", "Un beau travail.", "Scénario : Scénario s1", "Former.", "Nadia Ferrand"])
    expect(text).toContain(words);
});
