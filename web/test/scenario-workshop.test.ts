import { differences, type Words } from "../src/features/scenarios/comparison.ts";
import { history } from "../src/features/scenarios/history.ts";
import { chosen, PRESENT } from "../src/features/scenarios/keptTexts.ts";
import { ready, sectionOf, sectionStates } from "../src/features/scenarios/progress.ts";
import { scenarioRights } from "../src/features/scenarios/rights.ts";
import { spelled, vocabulariesOf } from "../src/features/scenarios/vocabularies.ts";
import type { Role } from "../src/gen/graphql.ts";
import { matching } from "../src/ui/search.ts";

const rennes = { code: "14", name: "Rennes", successor: null, predecessors: [] };
const caen = { code: "05", name: "Caen", successor: { code: "70" }, predecessors: [] };

const scenario = {
  theme: { id: "t1", title: "Thème" },
  project: { id: "p1", title: "Projet", academy: rennes },
  academies: [rennes, caen],
  disciplines: [{ code: "svt", label: "SVT" }],
  authors: [{ role: "DESIGN" as const, publishedName: null, person: { id: "malo", displayName: "Malo" } }],
};

const viewer = (id: string, role: Role, academyCode: string, themeId?: string, disciplineCode?: string) => ({
  person: { id },
  mandates: [{ role, academy: { code: academyCode }, theme: themeId ? { id: themeId } : null, disciplineCode }],
});

describe("who is shown which act on a scenario", () => {
  it("lets the group write, and only authors declare", () => {
    const claire = scenarioRights(viewer("claire", "REFERENT", "14", "t1"), scenario);
    expect(claire).toMatchObject({ write: true, declare: false, propose: true, publish: true, review: false });
    const malo = scenarioRights(viewer("malo", "TEACHER", "14", "t1"), scenario);
    expect(malo).toMatchObject({ write: true, declare: true, propose: false, publish: false });
  });

  it("lets an inspector who wrote it not review it (R58)", () => {
    const place = {
      ...scenario,
      authors: scenario.authors.map((one) => ({ ...one, person: { id: "pilot", displayName: "P" } })),
    };
    expect(scenarioRights(viewer("pilot", "PILOT", "14", "t1"), place).review).toBe(false);
    expect(scenarioRights(viewer("pilot", "PILOT", "14", "t1"), scenario).review).toBe(true);
  });

  it("lets the IAN of a participating academy index, not publish (R11)", () => {
    const ian = scenarioRights(viewer("ian", "IAN", "70", undefined, "svt"), scenario);
    expect(ian).toMatchObject({ index: true, publish: false });
  });

  it("offers nothing to a stranger", () => {
    expect(Object.values(scenarioRights(null, scenario)).every((may) => may === false)).toBe(true);
  });
});

describe("what is missing before publication", () => {
  const gap = (field: string) => ({ code: field, message: field, field, requirement: "R03" });

  it("is counted in the section where it is filled in", () => {
    const publicationGaps = [gap("implementations"), gap("resources.r1"), gap("course"), gap("licence")];
    const states = sectionStates({ publicationGaps });
    expect(Object.fromEntries(states.map(({ name, missing }) => [name, missing]))).toEqual({
      presentation: 1,
      teaching: 1,
      implementations: 1,
      resources: 1,
      services: 0,
      address: 0,
    });
    expect(ready({ publicationGaps })).toBe(false);
    expect(sectionOf("digitalServices.s1")).toBe("services");
  });
});

describe("the history of a scenario", () => {
  it("tells the latest first", () => {
    const steps = history({
      reviews: [{ at: "2020-03-01T08:00:00Z", versionNumber: 1, outcome: "PASSED", comment: null, reviewer: null }],
      versions: [{ publishedAt: "2020-03-05T08:00:00Z", number: 1, title: "Le ciel", by: null }],
      withdrawnAt: null,
      withdrawalReason: null,
    });
    expect(steps.map(({ title }) => title)).toEqual(["Version 1 publiée", "Relecture de la version 1"]);
  });
});

describe("terms are found by the words people use", () => {
  const { levels } = vocabulariesOf({
    levels: [
      { uri: "c", label: "collège", broader: null },
      { uri: "5", label: "5e", broader: "c" },
      { uri: "2", label: "2de professionnelle", broader: null },
    ],
  });
  const found = (typed: string) => matching(levels, typed).map(({ label }) => label);

  it("by ordinal, by what is wider, without accents", () => {
    expect(found("cinquieme")).toEqual(["5e"]);
    expect(found("COLLEGE")).toEqual(["collège", "5e"]);
    expect(found("seconde pro")).toEqual(["2de professionnelle"]);
    expect(spelled("terminale S")).toBeUndefined();
  });
});

describe("R58: two texts of a scenario side by side", () => {
  const words = (change: Partial<Words>): Words => ({
    title: "Le ciel",
    summary: "",
    disciplines: [],
    levels: [],
    competences: [],
    progressivity: null,
    objectives: "",
    durationMinutes: null,
    setting: "",
    tools: "",
    course: "Séance 1 : relevés.",
    assessment: "",
    generalisation: "",
    licence: null,
    ...change,
  });
  const marked = (pieces: { value: string; marked: boolean }[]) =>
    pieces.filter((piece) => piece.marked).map(({ value }) => value);

  it("shows only what differs, word by word", () => {
    const found = differences(words({}), words({ course: "Séance 1 : carte.", durationMinutes: 90 }));
    expect(found.map(({ label }) => label)).toEqual(["Durée, en minutes", "Déroulé des séances"]);
    expect(marked(found[1]?.before ?? [])).toEqual(["relevés"]);
    expect(marked(found[1]?.after ?? [])).toEqual(["carte"]);
    expect(found[1]?.before.map(({ value }) => value).join("")).toBe("Séance 1 : relevés.");
  });

  it("shows two texts whole that have nothing in common, however long", () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(" ");
    const [found] = differences(words({ course: long("a") }), words({ course: long("b") }));
    expect(found?.before).toHaveLength(1);
    expect(differences(words({}), words({}))).toEqual([]);
  });

  it("begins with the present text and the last that says something else", () => {
    const all = [PRESENT, "2", "1"].map((value) => ({
      value,
      label: value,
      words: words({ title: value === "1" ? "La mer" : "Le ciel" }),
    }));
    const pair = (search: string) => {
      const found = chosen(all, new URLSearchParams(search));
      return [found?.before.value, found?.after.value];
    };
    expect(pair("")).toEqual(["1", PRESENT]);
    expect(pair("de=2&a=1")).toEqual(["2", "1"]);
    expect(chosen(all.slice(0, 1), new URLSearchParams())).toBeNull();
  });
});
