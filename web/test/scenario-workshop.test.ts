import { history } from "../src/features/scenarios/history.ts";
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
