import { readPdf } from "@trame/kit/testing/pdf";
import Fastify from "fastify";
import { routes } from "../src/routes.ts";
import { claireFor, paulFor, projects, visitor } from "./examples.ts";

test("R19: the receipt of a submitted application is a tagged document for those who may read it, and for nobody else", async () => {
  const it = await projects();
  const http = Fastify();
  try {
    const { themeId } = await it.openCallWithTheme();
    const id = await it.submitted(themeId);
    let actor = claireFor(themeId);
    const clock = { now: () => new Date("2020-05-18T08:00:00Z") };
    routes(http, { db: it.db, clock } as Parameters<typeof routes>[1], async () => actor);
    const receipt = (name: string) => http.inject(`/recepisses/candidatures/${name}`);
    const given = await receipt(`${id}.pdf`);
    expect(given.headers["content-type"]).toBe("application/pdf");
    const { text, roles, title } = readPdf(given.rawPayload);
    expect(title).toBe("Récépissé de candidature TraAM");
    expect(roles).toContain("H1");
    for (const words of [
      "Des données de terrain",
      "académie de Rennes",
      "18 mai 2020 à 09:00",
      id,
      "pris par l'académie",
    ]) {
      expect(text.replace(/\s+/g, " ")).toContain(words);
    }
    actor = visitor;
    expect((await receipt(`${id}.pdf`)).statusCode).toBe(403);
    actor = paulFor(themeId);
    const draft = (await it.drafts(claireFor(themeId), themeId)).application.id;
    for (const name of [`${draft}.pdf`, "rien.pdf", id]) expect((await receipt(name)).statusCode).toBe(404);
  } finally {
    await http.close();
    await it.stop();
  }
});
