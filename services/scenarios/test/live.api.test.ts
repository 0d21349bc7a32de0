import { newId } from "@trame/kit/id";
import { eventually } from "@trame/kit/testing/events";
import { person } from "@trame/kit/testing/service";
import { peopleEvents, peopleStateEvents } from "@trame/proto-schemas/topics";
import type * as Y from "yjs";
import { settleNow } from "../src/live/hub.ts";
import { lookAtRights } from "../src/live/watch.ts";
import { claire, expert, karim, nina, openScenarios, referent, stranger, svt } from "./examples.ts";
import { openLive, opens, type Writer } from "./writers.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
const leaving = person("leaving", { role: "TEACHER", academyCode: "14", themeId: svt });
const ACTORS = [claire, karim, nina, stranger, expert, referent, leaving];

let service: Scenarios;
let live: Awaited<ReturnType<typeof openLive>>;
const writers: Writer[] = [];
beforeAll(async () => {
  service = await openScenarios();
  live = await openLive(service, ACTORS);
});
afterEach(() => {
  for (const writer of writers.splice(0)) writer.leaves();
});
afterAll(async () => {
  await live.stop();
  await service.stop();
});

const open = (who: typeof claire, id: string, where = live, document?: Y.Doc) => {
  const writer = opens(where, who, id, document);
  writers.push(writer);
  return writer;
};
const together = async (id: string, ...who: (typeof claire)[]) => {
  const all = who.map((one) => open(one, id));
  await eventually(() => all.every((one) => one.isSaved()));
  return all as [Writer, Writer];
};
const stored = async (id: string) =>
  (
    await service.query(
      claire,
      "query ($id: ID!) { scenario(id: $id) { course summary version state keptTexts { occasion writers { id } text { course } } } }",
      { id },
    )
  ).scenario;
const settles = (id: string) => settleNow(live.hub, id);

test("R07: two write the same text at once, read the same, and it is stored as one change", async () => {
  const { id, version } = await service.writes(claire, "À deux");
  const [one, other] = await together(id, claire, karim);
  one.write("Au début. ", 0);
  other.write(" À la fin.");
  await eventually(() => one.read() === other.read() && one.isSaved() && other.isSaved());
  await eventually(async () => (await stored(id)).course === one.read());
  expect(one.read()).toBe("Au début. Séance 1 : relevés. Séance 2 : carte. Séance 3 : interprétation. À la fin.");
  expect((await stored(id)).version).toBe(version + 1);
  await eventually(() => one.messages.some(({ stored }) => stored === version + 1));
});

test("R07: what was written without a connection is kept, and merged with what the others wrote meanwhile", async () => {
  const { id } = await service.writes(claire, "Coupure");
  const [one, other] = await together(id, claire, karim);
  one.cut();
  await eventually(() => !one.provider.isSynced);
  one.write("Hors ligne. ", 0);
  other.write(" En ligne.");
  await eventually(() => other.isSaved());
  await settles(id);
  expect((await stored(id)).course).not.toContain("Hors ligne");
  one.comesBack();
  await eventually(() => one.isSaved() && other.read() === one.read());
  await settles(id);
  expect((await stored(id)).course).toBe(one.read());
  expect(one.read()).toMatch(/^Hors ligne\. Séance 1.* En ligne\.$/);
});

test("R58: a text written by the graph meanwhile is merged into the document, not lost and not overwritten", async () => {
  const { id } = await service.writes(claire, "Par les deux voies");
  const [one] = await together(id, claire);
  one.write(" Écrit en direct.");
  await eventually(() => one.isSaved());
  const course = "Séance 1 : relevés en forêt. Séance 2 : carte. Séance 3 : interprétation.";
  await service.must(karim, "reviseScenario", { scenarioId: id, course, summary: "Résumé neuf." });
  await eventually(() => one.read("summary") === "Résumé neuf.");
  await settles(id);
  expect((await stored(id)).course).toBe(`${course} Écrit en direct.`);
  await eventually(() => one.read() === `${course} Écrit en direct.`);
});

test("R58: proposing takes along what is being written, names all who wrote, and closes the live text", async () => {
  const { id, version } = await service.writes(claire, "Proposé");
  const [one, other] = await together(id, claire, karim);
  one.write(" De Claire.");
  other.write("De Karim. ", 0);
  await eventually(() => one.isSaved() && other.isSaved());
  await service.must(referent, "proposeScenario", { scenarioId: id, expectedVersion: version });
  const { course, keptTexts } = await stored(id);
  expect(course).toMatch(/^De Karim\. .* De Claire\.$/);
  expect(keptTexts).toMatchObject([
    { occasion: "PROPOSED", writers: [{ id: "claire" }, { id: "karim" }], text: { course } },
  ]);
  await eventually(() => one.messages.some(({ closed }) => closed === "NOT_A_DRAFT"));
  one.write(" Trop tard.");
  await settles(id);
  expect((await stored(id)).course).toBe(course);
  const late = open(claire, id);
  await eventually(() => late.refused.includes("NOT_A_DRAFT"));
});

test("§12: who may not write the draft is turned away at the door", async () => {
  const { id } = await service.writes(claire, "Fermé");
  for (const outsider of [nina, stranger, expert]) {
    const writer = open(outsider, id);
    await eventually(() => writer.refused.includes("FORBIDDEN"));
    expect(writer.read()).toBe("");
  }
  const nowhere = open(claire, newId());
  await eventually(() => nowhere.refused.includes("NOT_FOUND"));
  const visitor = open(person("nobody"), id);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect([visitor.isSaved(), visitor.read()]).toEqual([false, ""]);
});

test("§12: an ended mandate ends the writing of whoever had it open", async () => {
  const { id } = await service.writes(claire, "Mandat échu");
  const mandate = { id: newId(), personId: "leaving", role: "TEACHER", academyCode: "14", themeId: svt };
  await service.hears(peopleEvents.MandateStarted, mandate.id, { mandate: { ...mandate, startsOn: "2019-09-01" } });
  const [one, other] = await together(id, claire, leaving);
  await lookAtRights(live.hub);
  expect(other.messages).toEqual([]);
  const endsOn = "2020-03-09";
  await service.hears(peopleEvents.MandateEnded, mandate.id, {
    mandate: { ...mandate, startsOn: "2019-09-01", endsOn },
  });
  await lookAtRights(live.hub);
  await eventually(() => other.messages.some(({ closed }) => closed === "FORBIDDEN"));
  expect([one.isSaved(), one.messages]).toEqual([true, []]);
});

test("presence is whose connection it is, holds no name, and passes between processes with the text", async () => {
  const { id } = await service.writes(claire, "Deux processus");
  const second = await openLive(service, ACTORS);
  try {
    const one = open(claire, id);
    const other = open(karim, id, second);
    await eventually(() => one.isSaved() && other.isSaved());
    one.provider.setAwarenessField("personId", "karim");
    one.provider.setAwarenessField("name", "Claire Le Goff");
    one.provider.setAwarenessField("field", "course");
    const claires = { personId: "claire", field: "course", selection: null };
    await eventually(() => other.others().some((state) => JSON.stringify(state) === JSON.stringify(claires)));
    one.write(" Du premier.");
    other.write(" Du second.", undefined, "summary");
    await eventually(() => other.read().endsWith("Du premier.") && one.read("summary").endsWith("Du second."));
    one.leaves();
    await eventually(() => other.others().every(({ personId }) => personId !== "claire"));
  } finally {
    await second.stop();
  }
});

test("what is no plain text of the scenario's fields ends the connection, and is not kept", async () => {
  const { id } = await service.writes(claire, "Autre chose");
  const misuses: ((document: Y.Doc) => void)[] = [
    (document) => document.getMap("notes").set("pupil", "Camille"),
    (document) => document.getText("course").insertEmbed(0, { image: "x" }),
    (document) => document.getText("title").insert(0, "Autre titre"),
  ];
  for (const misuse of misuses) {
    const writer = open(karim, id);
    await eventually(() => writer.isSaved());
    misuse(writer.document);
    await eventually(() => !writer.isSaved());
    writer.leaves();
  }
  expect(await service.db.liveUpdate.count({ where: { scenarioId: id } })).toBe(0);
});

test("what a process could not settle any more is settled by the next", async () => {
  const { id } = await service.writes(claire, "Processus tué");
  const [one] = await together(id, claire);
  await settles(id);
  live.hub.ending = true;
  one.write(" Dernier mot.");
  await eventually(() => one.isSaved());
  live.hub.ending = false;
  await service.db.liveUpdate.updateMany({ data: { at: new Date(Date.now() - 60_000) } });
  const next = await openLive(service, ACTORS);
  await eventually(async () => (await stored(id)).course.endsWith("Dernier mot."));
  await next.stop();
});

test("an erased person's name leaves the documents too, and is not written back by whoever has one open", async () => {
  const { id } = await service.writes(claire, "Effacement", { setting: "Salle de Yann Kerbrat, au CDI." });
  const [one] = await together(id, claire);
  one.write(" Avec Yann Kerbrat.");
  await eventually(() => one.isSaved());
  const state = { id: "referent", displayName: "Yann Kerbrat", academyCode: "14" };
  await service.hears(peopleStateEvents.PersonState, "referent", { ...state, erasureId: newId() });
  await eventually(() => one.read("setting") === "Salle de personne effacée, au CDI.");
  await settles(id);
  const rows = await service.db.liveDocument.findMany();
  for (const { state } of rows) expect(Buffer.from(state).toString("utf8")).not.toContain("Kerbrat");
  expect(await stored(id)).toMatchObject({ course: expect.stringContaining("Avec personne effacée.") });
  expect(one.read()).toContain("Avec personne effacée.");
});
