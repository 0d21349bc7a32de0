import { admin, codesOf, dominique, type People, people, RENNES, someone, THEME } from "./examples.ts";

let it: People;

beforeEach(async () => {
  it = await people();
  await it.themeIsAgreed();
});
afterEach(() => it.stop());

const HEAD = "Nom;Prénom;Courriel;Académie;Rôle;Thème;Degré;Voie;Début;Fin";
const LINES = [
  "Le Bihan;Anaïs;anais@exemple.fr;Rennes;enseignant;Les métadonnées en SVT;2;générale;01/09/2019;31/08/2020",
  "Œuvrard;Zoé;;Rennes;;;;;;",
];
const sheet = (...lines: string[]) => Buffer.from([HEAD, ...lines].join("\r\n"), "utf8");
const effects = (report: { lines: { person: string; mandate: string | null }[] }) =>
  report.lines.map(({ person, mandate }) => `${person} ${mandate ?? "–"}`);

test("a preview says line by line what would change, and changes nothing", async () => {
  const { report } = await it.imports(dominique, sheet(...LINES));
  expect(report).toMatchObject({ applied: false, lines: [{ line: 2, name: "Anaïs Le Bihan" }, { line: 3 }] });
  expect(effects(report)).toEqual(["NEW NEW", "NEW –"]);
  expect(await it.db.person.count()).toBe(0);
  expect((await it.said()).some(({ type }) => type.endsWith("MandateStarted"))).toBe(false);
  expect(codesOf(await it.imports(someone, sheet(...LINES)))).toEqual(["FORBIDDEN"]);
});

test("the same sheet twice changes once; a new end and a new function are seen", async () => {
  expect(effects((await it.imports(dominique, sheet(...LINES), false)).report)).toEqual(["NEW NEW", "NEW –"]);
  const again = await it.imports(dominique, sheet(...LINES), false);
  expect(effects(again.report)).toEqual(["UNCHANGED UNCHANGED", "UNCHANGED –"]);
  const [line = ""] = LINES;
  const sooner = await it.imports(dominique, sheet(line.replace("31/08/2020", "2019-12-20")), false);
  expect(effects(sooner.report)).toEqual(["UNCHANGED ENDED"]);
  const later = await it.imports(dominique, sheet(line.replace("31/08/2020", "2020-06-30")), false);
  expect(effects(later.report)).toEqual(["UNCHANGED CHANGED"]);
  expect(await it.db.mandate.findMany()).toMatchObject([{ startsOn: "2019-09-01", endsOn: "2020-06-30" }]);
});

test.each([
  ["UTF-8 with its mark", Buffer.from(`\uFEFF${[HEAD, LINES[1]].join("\n")}`, "utf8")],
  ["commas", Buffer.from([HEAD, LINES[1] ?? ""].join("\n").replaceAll(";", ","), "utf8")],
  [
    "Windows-1252",
    Buffer.concat([
      Buffer.from("Nom;Pr\xe9nom;Acad\xe9mie\r\n", "latin1"),
      Buffer.from([0x8c]),
      Buffer.from("uvrard;Zo\xe9;Rennes", "latin1"),
    ]),
  ],
])("a sheet is read as spreadsheets write it: %s", async (_, bytes) => {
  const { report } = await it.imports(admin, bytes, false);
  expect(report.lines).toMatchObject([{ person: "NEW", name: "Zoé Œuvrard" }]);
  expect(await it.db.person.findFirst()).toMatchObject({ displayName: "Zoé Œuvrard", academyCode: RENNES });
});

test("a refused line says why and leaves nothing; the others are done only when that is asked", async () => {
  const bad = [
    "Roux;Inès;;Atlantide;;;;;;",
    ";Paul;;Rennes;;;;;;",
    "Roux;Léa;;Rennes;enseignant;Les métadonnées en SVT;;;31/02/2020;",
    "Roux;Jean;;Nantes;;;;;;",
    "Roux;Ida;;Rennes;expertise DNE du thème;Les métadonnées en SVT;;;2019-09-01;",
  ];
  const { report } = await it.imports(dominique, sheet(...bad, ...LINES), false);
  expect(report.applied).toBe(false);
  const refusals = report.lines.map(({ refusals: why }: { refusals: { code: string }[] }) =>
    why.map(({ code }) => code),
  );
  expect(refusals).toEqual([["UNKNOWN_VALUE"], ["REQUIRED"], ["BAD_DAY"], ["FORBIDDEN"], ["FORBIDDEN"], [], []]);
  expect(await it.db.person.count()).toBe(0);
  const others = await it.imports(dominique, sheet(...bad, ...LINES), false, true);
  expect(others.report.applied).toBe(true);
  expect((await it.db.person.findMany()).map(({ familyName }) => familyName).sort()).toEqual(["Le Bihan", "Œuvrard"]);
});

test("what is no sheet is refused as such", async () => {
  expect(codesOf(await it.imports(admin, Buffer.from("bonjour")))).toEqual(["NOT_A_SHEET"]);
  expect(codesOf(await it.imports(admin, Buffer.from('nom;prenom\n"a;b')))).toEqual(["NOT_A_SHEET"]);
});

test("the export is a sheet that the import finds unchanged, without a cell that a spreadsheet would run", async () => {
  await it.imports(dominique, sheet(...LINES, "=1+1;@Eve;;Rennes;;;;;;"), false);
  await it.appoints(dominique, {
    personId: await it.knows("Yann", "Sans Terme"),
    role: "CARDIE",
    academyCode: RENNES,
    endsOn: null,
  });
  const { personsSheet } = await it.query(dominique, `{ personsSheet(academyCode: "${RENNES}") }`);
  expect(personsSheet).toContain("'=1+1");
  expect(personsSheet).toContain(THEME);
  const { report } = await it.imports(dominique, Buffer.from(personsSheet, "utf8"), false);
  expect(new Set(effects(report))).toEqual(new Set(["UNCHANGED UNCHANGED", "UNCHANGED –"]));
  expect((await it.ask(dominique, "{ personsSheet }")).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});
