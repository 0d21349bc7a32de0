import { Refusals } from "@trame/kit/refusal";
import {
  dueSyntheses,
  editSynthesis,
  evolveSynthesis,
  owesIntermediate,
  SECTIONS,
  type Synthesis,
  type SynthesisFact,
  signSynthesis,
  textsOf,
} from "../src/domain/synthesis.ts";
import { type Facts, missingFor } from "../src/domain/synthesis-facts.ts";

const at = new Date("2020-06-20T10:00:00Z");
const team = { projectId: "p", academyCode: "14", academy: "Rennes", title: "Cartes vivantes" };
const facts: Facts = {
  theme: { title: "Les métadonnées", questions: ["Comment construire un concept ?"], axes: ["Cartes"] },
  teams: [{ ...team, scenarios: ["Lire une carte"], materials: [], modules: [] }],
  ...{ indexed: 1, implementations: 3, feedbacks: 1, persons: 12, nationalMeetings: 3, academicMeetings: 2 },
  ...{ nationalMaterials: 0, nationalModules: 0, magistereModules: 0, intermediateAwaited: false },
};
const opened = (kind: "FINAL" | "INTERMEDIATE" = "FINAL") =>
  evolveSynthesis(null, { type: "SynthesisOpened", id: "s", themeId: "t", kind, at });
const after = (synthesis: Synthesis, made: SynthesisFact[]) => made.reduce<Synthesis>(evolveSynthesis, synthesis);
const written = after(opened(), [
  {
    type: "SynthesisEdited",
    sections: { GENERALISATION: "Former deux personnes par établissement.", PERSPECTIVES: "Continuer." },
  },
]);
const signs = (synthesis: Synthesis, personId: string, expertIds = ["nadia", "omar"]) =>
  signSynthesis(synthesis, { personId, at, expertIds, facts });
const codes = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusals) return error.refusals.map(({ code }) => code);
    throw error;
  }
  return [];
};

test("R92: two years have an intermediate and a final synthesis, one year a final one only", () => {
  expect(dueSyntheses(2)).toEqual(["INTERMEDIATE", "FINAL"]);
  expect(dueSyntheses(1)).toEqual(["FINAL"]);
});

test("R92: the final synthesis waits for the intermediate one, unless the theme was stopped after its first year", () => {
  const years = (endsOn: string, durationYears = 2) => ({ durationYears, startsOn: "2020-09-01", endsOn });
  expect(owesIntermediate(years("2022-08-31"))).toBe(true);
  expect(owesIntermediate(years("2021-08-31"))).toBe(false);
  expect(owesIntermediate(years("2021-08-31", 1))).toBe(false);
  const early = { ...facts, intermediateAwaited: true };
  const sign = (synthesis: Synthesis) =>
    codes(() => signSynthesis(synthesis, { personId: "nadia", at, expertIds: ["nadia"], facts: early }));
  expect(sign(written)).toEqual(["INTERMEDIATE_FIRST"]);
  expect(sign({ ...written, kind: "INTERMEDIATE" })).toEqual([]);
  const missed = (kind: "FINAL" | "INTERMEDIATE") =>
    missingFor(early, textsOf(written, early), kind).map(({ requirement }) => requirement);
  expect([missed("FINAL").includes("R92"), missed("INTERMEDIATE").includes("R92")]).toEqual([true, false]);
});

test("R91: one of a pair signs, and it is still a draft; with both it is signed, and nobody else may", () => {
  const half = after(written, signs(written, "nadia"));
  expect([half.state, half.signatures.length]).toEqual(["DRAFT", 1]);
  expect(codes(() => signs(half, "nadia"))).toEqual(["SIGNED_ALREADY"]);
  expect(codes(() => signs(half, "claire"))).toEqual(["NOT_ITS_EXPERT"]);
  const whole = after(half, signs(half, "omar"));
  expect(whole).toMatchObject({ state: "SIGNED", facts });
  expect(codes(() => signs(whole, "omar"))).toEqual(["SYNTHESIS_SIGNED"]);
  expect(after(written, signs(written, "nadia", ["nadia"])).state).toBe("SIGNED");
});

test("R91: a word that changes after one signature is signed again by both", () => {
  const half = after(written, signs(written, "nadia"));
  const changed = after(half, editSynthesis(half, [{ code: "TOOLS", text: "Un tableur." }]));
  expect(changed.signatures).toEqual([]);
});

test("R04: the final synthesis is not signed without the conditions of generalisation; the intermediate one may be", () => {
  const bare = { ...opened(), sections: { PERSPECTIVES: "Continuer." } };
  expect(codes(() => signs(bare, "nadia", ["nadia"]))).toEqual(["NO_GENERALISATION"]);
  expect(
    after({ ...bare, kind: "INTERMEDIATE" }, signs({ ...bare, kind: "INTERMEDIATE" }, "nadia", ["nadia"])).state,
  ).toBe("SIGNED");
});

test("R12: a section that nobody wrote says what the facts say, until it is signed", () => {
  const texts = textsOf(opened(), facts);
  expect(Object.keys(texts)).toEqual(SECTIONS.map(({ code }) => code));
  expect(texts.PRODUCTIONS).toBe("Rennes – Cartes vivantes\nScénario : Lire une carte");
  expect(texts.IMPLEMENTATION).toContain("3 mises en œuvre");
  const later = { ...facts, implementations: 4 };
  expect(textsOf(opened(), later).IMPLEMENTATION).toContain("4 mises en œuvre");
  const signed = after(written, signs(written, "nadia", ["nadia"]));
  expect(textsOf(signed, later).IMPLEMENTATION).toContain("3 mises en œuvre");
});

test("R10, R13, R66, R70: what is missing is told in time, and stops nobody", () => {
  const requirements = (of: Facts) =>
    missingFor(of, textsOf(written, of), "FINAL").map(({ requirement }) => requirement);
  expect(requirements(facts)).toEqual(["R66", "R13", "R70"]);
  const bare = {
    ...facts,
    teams: [{ ...team, scenarios: [], materials: ["x"], modules: [] }],
    nationalMaterials: 1,
    magistereModules: 1,
  };
  expect(requirements(bare)).toEqual(["R10"]);
});
