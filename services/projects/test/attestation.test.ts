import { readPdf } from "@trame/kit/testing/pdf";
import { person } from "@trame/kit/testing/service";
import { AcademicGroupCompletedSchema, MandateStartedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import Fastify from "fastify";
import { routes } from "../src/routes.ts";
import { claireFor, dominique, expertOf, paulFor, persons, programme, projects, RENNES, visitor } from "./examples.ts";

const [ANA = ""] = persons.teachers;

test("R89: the attestation of service is a tagged document with the names of those paid, for the office, the pilot and the DAN alone; an erased name is no longer in it", async () => {
  const it = await projects();
  const http = Fastify();
  try {
    const { campaignId, themeId } = await it.openCallWithTheme();
    const paul = paulFor(themeId);
    const projectId = await it.retained(campaignId, await it.submitted(themeId));
    const mandate = { id: ANA, personId: ANA, role: "TEACHER", academyCode: RENNES, themeId, startsOn: "2020-09-01" };
    await it.hears(MandateStartedSchema, ANA, { mandate });
    await it.hears(AcademicGroupCompletedSchema, projectId, { group: { projectId, complete: true } });
    const named = (id: string, displayName: string) => it.hears(PersonStateSchema, id, { id, displayName });
    await named(ANA, "Ana Le Goff");
    await named(paul.personId ?? "", "Paul Kervella");
    it.setNow("2020-11-04T09:00:00Z");
    const write = `mutation($input: SetPayLinesInput!) { setPayLines(input: $input) { instalment { id attestationUrl } } }`;
    const lines = [
      { personId: ANA, nature: "HSE", measure: "UNITS", quantity: 4.5 },
      { personId: ANA, nature: "OTHER", otherNature: "Frais de mission", measure: "EUROS", quantity: 120 },
    ];
    const input = { projectId, schoolYear: "2020-2021", number: 1, lines };
    const { instalment } = (await it.query(paul, write, { input })).setPayLines;
    expect(instalment.attestationUrl).toBeNull();
    let actor = paul;
    const clock = { now: () => new Date("2020-11-05T08:00:00Z") };
    routes(http, { db: it.db, clock } as Parameters<typeof routes>[1], async () => actor);
    const ask = (file: string) => http.inject(`/recepisses/versements/${file}`);
    expect((await ask(`${instalment.id}.pdf`)).statusCode).toBe(404);
    const attest = `mutation($input: AttestServiceInput!) { attestService(input: $input) { instalment { attestationUrl } } }`;
    const note = { instalmentId: instalment.id, note: "Séances tenues." };
    const { attestationUrl } = (await it.query(paul, attest, { input: note })).attestService.instalment;
    expect(attestationUrl).toMatch(new RegExp(`/recepisses/versements/${instalment.id}\\.pdf$`));

    for (actor of [programme, paul, dominique]) {
      const given = await ask(`${instalment.id}.pdf`);
      expect([given.statusCode, given.headers["content-type"]]).toEqual([200, "application/pdf"]);
      expect(given.headers["cache-control"]).toBe("private, no-store");
    }
    for (actor of [visitor, expertOf(themeId), claireFor(themeId), person(ANA)])
      expect((await ask(`${instalment.id}.pdf`)).statusCode).toBe(403);

    actor = programme;
    const read = async () => readPdf((await ask(`${instalment.id}.pdf`)).rawPayload);
    const { text, roles, title } = await read();
    expect(title).toBe("Attestation de service fait");
    expect(roles).toEqual(expect.arrayContaining(["H1", "H2", "P"]));
    for (const words of [
      "premier versement de l'année scolaire 2020-2021",
      "académie de Rennes",
      "Ana Le Goff : 4,5 unité(s), heures supplémentaires effectives",
      "Ana Le Goff : 120 €, Frais de mission",
      "Par : Paul Kervella",
      "4 novembre 2020 à 10:00",
      "Observation : Séances tenues.",
    ]) {
      expect(text.replace(/\s+/g, " ")).toContain(words);
    }
    await it.hears(PersonStateSchema, ANA, { id: ANA, displayName: "Ana Le Goff", erasureId: ANA });
    await it.hears(PersonStateSchema, ANA, { id: ANA, displayName: "Ana Le Goff" }, { version: 1 });
    expect((await read()).text).not.toContain("Le Goff");
    expect(await it.db.person.findMany({ where: { id: ANA } })).toMatchObject([{ displayName: "" }]);
  } finally {
    await http.close();
    await it.stop();
  }
});
