import { pdfOf } from "../src/pdf.ts";
import { readPdf } from "../src/testing/pdf.ts";

test("a document is tagged, tells its language and title, and its French words are found in it", async () => {
  const pdf = await pdfOf({
    title: "Récépissé de candidature",
    subtitle: "Académie de Rennes",
    at: new Date("2020-05-18T07:00:00Z"),
    parts: [
      { heading: "Le projet" },
      { paragraph: "L’équipe étudie les haies.\n\n« Œuvres » et données." },
      { facts: [["Durée", "une année"]] },
    ],
  });
  const { text, title, language, roles } = readPdf(pdf);
  expect([title, language]).toEqual(["Récépissé de candidature", "fr-FR"]);
  for (const words of ["L’équipe étudie les haies.", "« Œuvres » et données.", "Durée : une année"]) {
    expect(text).toContain(words);
  }
  expect(roles.filter((role) => /^(H1|H2|P)$/.test(role))).toEqual(["H1", "P", "H2", "P", "P", "P"]);
});
