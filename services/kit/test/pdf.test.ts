import { pdfOf } from "../src/pdf.ts";
import { readPdf } from "../src/testing/pdf.ts";

test("a table has its heads and its cells in the structure, and goes on over the page", async () => {
  const sheet = async (length: number) => {
    const rows = Array.from({ length }, (_, n) => [`Personne ${n + 1}`, "convoquée", ""]);
    const table = { columns: ["Personne", "Qualité", "Signature"], rows, rowHeight: 32 };
    return readPdf(await pdfOf({ title: "Feuille", at: new Date("2020-05-18T07:00:00Z"), parts: [{ table }] }));
  };
  const { roles } = await sheet(10);
  const count = (role: string) => roles.filter((found) => found === role).length;
  expect([count("Table"), count("TR"), count("TH"), count("TD")]).toEqual([1, 11, 13, 20]);
  expect((await sheet(40)).text).toContain("Personne 40");
});

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

test("pages are numbered when asked, without a word more to read aloud", async () => {
  const parts = [{ paragraph: "Une ligne.\n\n".repeat(60) }];
  const pdf = await pdfOf({ title: "Long", at: new Date("2020-05-18T07:00:00Z"), parts, numbered: true });
  const { text, roles } = readPdf(pdf);
  expect(text).toMatch(/1 \/ 2[\s\S]*2 \/ 2/);
  expect(roles.filter((role) => role === "H1")).toHaveLength(1);
  expect(roles).not.toContain("Artifact");
});

test("Greek, Cyrillic and the letters of neighbours are read, and signs without a glyph as one types them", async () => {
  const parts = [{ paragraph: "Séance 1 → carte : l’angle α ≥ 30°, Dvořák, Москва." }];
  const { text, roles } = readPdf(await pdfOf({ title: "Signes", at: new Date("2020-05-18T07:00:00Z"), parts }));
  expect(text.replace(/\s+/g, " ")).toContain("Séance 1 -> carte : l’angle α >= 30°, Dvořák, Москва.");
  expect(roles.filter((role) => role === "P")).toHaveLength(1);
});
