import fc from "fast-check";
import { matchingSeries } from "../src/domain/series.ts";

const TRANSVERSAL = ["emi", "histoire-des-arts", "edd"];
const transversal = (code: string) => TRANSVERSAL.includes(code);

test("R72: a publication goes to the disciplinary series of each of its disciplines", () => {
  const routed = { disciplineCodes: ["svt", "physique-chimie", "svt"], themeKind: "DISCIPLINARY" };
  expect(matchingSeries(routed, transversal)).toEqual({
    disciplineCodes: ["svt", "physique-chimie"],
    thematic: false,
  });
});

test("R72: a transversal discipline goes to its own series and to the thematic one", () => {
  expect(matchingSeries({ disciplineCodes: ["emi"], themeKind: "DISCIPLINARY" }, transversal)).toEqual({
    disciplineCodes: ["emi"],
    thematic: true,
  });
});

test.each(["INTERDISCIPLINARY", "TRANSDISCIPLINARY"])(
  "R72: an %s theme goes to the thematic series too",
  (themeKind) => {
    expect(matchingSeries({ disciplineCodes: ["svt"], themeKind }, transversal)).toEqual({
      disciplineCodes: ["svt"],
      thematic: true,
    });
  },
);

test("R71: every publication matches at least one series, whatever its disciplines and theme", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("svt", "emi", "mathematiques", "inconnue")),
      fc.constantFrom(null, "", "DISCIPLINARY", "INTERDISCIPLINARY", "TRANSDISCIPLINARY"),
      (disciplineCodes, themeKind) => {
        const { disciplineCodes: series, thematic } = matchingSeries({ disciplineCodes, themeKind }, transversal);
        return thematic || series.length > 0;
      },
    ),
  );
});
