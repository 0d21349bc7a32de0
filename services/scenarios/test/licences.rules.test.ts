import { contradictionOf, termsOf } from "../src/domain/licences.ts";
import { publicationGaps } from "../src/domain/publication.ts";
import { kindOf, type Resource, UNSAID } from "../src/domain/rights-of-use.ts";
import type { Scenario } from "../src/domain/scenario.ts";

const resource = (more: Partial<Resource>): Resource => ({
  ...{ id: "r", title: "Photo", author: null, sourceUrl: null, basis: "LICENCE", licence: null, note: null, ...UNSAID },
  ...more,
});

test.each([
  ["CC BY 4.0", { nonCommercial: false, shareAlike: false, noDerivatives: false, version: 4 }],
  ["cc-by-nc-sa 3.0 FR", { nonCommercial: true, shareAlike: true, noDerivatives: false, version: 3 }],
  ["Creative Commons BY-ND", { nonCommercial: false, shareAlike: false, noDerivatives: true, version: 0 }],
  ["CC0 1.0", { nonCommercial: false, shareAlike: false, noDerivatives: false, version: 1 }],
  ["Licence Ouverte 2.0", { nonCommercial: false, shareAlike: false, noDerivatives: false, version: 2 }],
  ["GPL 3.0", null],
])("R61: « %s » is read by its usual name", (name, terms) => expect(termsOf(name)).toEqual(terms));

const TABLE: [scenario: string | null, licence: string, adapted: boolean, contradicts: boolean][] = [
  ["CC BY 4.0", "CC BY 4.0", true, false],
  ["CC BY 4.0", "CC0 1.0", true, false],
  ["CC BY 4.0", "Licence Ouverte 2.0", true, false],
  ["CC BY 4.0", "CC BY-NC 4.0", false, true],
  ["CC BY-SA 4.0", "CC BY-NC-SA 4.0", false, true],
  ["CC BY-NC-SA 4.0", "CC BY-NC 4.0", true, false],
  ["CC BY 4.0", "CC BY-SA 4.0", false, false],
  ["CC BY 4.0", "CC BY-SA 4.0", true, true],
  ["CC BY-NC-SA 4.0", "CC BY-SA 4.0", true, true],
  ["CC BY-SA 4.0", "CC BY-SA 3.0", true, false],
  ["CC BY-SA 3.0", "CC BY-SA 4.0", true, true],
  ["CC BY-SA 4.0", "CC BY-ND 4.0", false, false],
  ["CC BY-SA 4.0", "CC BY-ND 4.0", true, true],
  [null, "CC BY-ND 4.0", true, true],
  [null, "CC BY-NC 4.0", false, false],
  ["CC BY 4.0", "Licence de l'éditeur", true, false],
];

test.each(TABLE)(
  "R61: in a scenario under %s, a resource under %s, adapted: %s, contradicts: %s",
  (work, licence, adapted, contradicts) => {
    const message = contradictionOf(work, resource({ licence, adapted }));
    expect(message !== null).toBe(contradicts);
    if (message) expect(message).toContain(licence);
  },
);

test("R61: only what is used under its licence is bound by it", () => {
  for (const basis of ["LINK", "QUOTATION", "AUTHORISATION", "OWN_WORK"] as const) {
    expect(contradictionOf("CC BY 4.0", resource({ basis, licence: "CC BY-NC 4.0" }))).toBeNull();
  }
});

const file = (type: string) => ({ id: "f", name: "f", type, size: 1 });
const gapsOf = (...resources: Resource[]) =>
  publicationGaps({
    ...({
      summary: "s",
      course: "c",
      disciplineCodes: ["svt"],
      levels: ["l"],
      progressivity: "SIMPLE_USE",
    } as Scenario),
    ...{ licence: "CC BY 4.0", authors: [{ personId: "a", role: "DESIGN", publishedName: null }] },
    ...{ implementations: [{} as never], digitalServices: [], resources, origins: [] },
    openAddress: { url: "", result: "OPEN", detail: "", checkedAt: new Date(0), acceptedReason: null },
  }).map(({ code, field, requirement }) => [code, field, requirement]);

test("R15: images and maps ask for a description, films and sounds for a transcript, links for nothing", () => {
  const own = (more: Partial<Resource>) => resource({ basis: "OWN_WORK", ...more });
  expect(gapsOf(own({ file: file("image/png") }), own({ id: "m", kind: "MAP" }))).toEqual([
    ["NO_TEXT_ALTERNATIVE", "resources.r", "R15"],
    ["NO_TEXT_ALTERNATIVE", "resources.m", "R15"],
  ]);
  expect(gapsOf(own({ file: file("video/mp4") }), own({ id: "s", kind: "AUDIO" }))).toEqual([
    ["NO_TRANSCRIPT", "resources.r", "R15"],
    ["NO_TRANSCRIPT", "resources.s", "R15"],
  ]);
  const said = { alternative: "Une cour, vue du ciel." };
  expect(gapsOf(own({ file: file("image/png"), ...said }), resource({ basis: "LINK", kind: "VIDEO" }))).toEqual([]);
  expect(kindOf({ kind: null, file: file("application/pdf") })).toBe("DOCUMENT");
});

test("R61: a contradiction, and the teaching exception, block an open publication", () => {
  expect(gapsOf(resource({ licence: "CC BY-NC 4.0" }), resource({ id: "t", basis: "TEACHING_EXCEPTION" }))).toEqual([
    ["RIGHTS_IN_CLASS_ONLY", "resources.t", "R61"],
    ["LICENCES_CONTRADICT", "resources.r", "R61"],
  ]);
});
