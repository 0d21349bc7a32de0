import { Refusals } from "@trame/kit/refusal";
import fc from "fast-check";
import { isOnSites, judgeVisit } from "../src/domain/address.ts";
import { creditSentence } from "../src/domain/credit.ts";
import { evolveScenario } from "../src/domain/evolve.ts";
import { publicationGaps } from "../src/domain/publication.ts";
import { indexScenario, publishScenario, reviewScenario } from "../src/domain/release.ts";
import { allowsOpenPublication, UNSAID } from "../src/domain/rights-of-use.ts";
import { PROGRESSIVITY, progressivityRank, type Scenario, type ScenarioFact } from "../src/domain/scenario.ts";
import { freeSlug, slugOf } from "../src/domain/slug.ts";
import { draftScenario, giveFeedback, reviseScenario } from "../src/domain/writing.ts";

const at = new Date("2020-03-10T09:00:00Z");
const publication = { byId: "ian", at, names: { claire: "Claire Le Goff" } };

const draft = evolveScenario(null, {
  type: "ScenarioDrafted",
  scenario: {
    id: "s",
    slug: "s",
    title: "Relevés",
    projectId: "p",
    themeId: "t",
    campaignId: "c",
    academyCode: "14",
    disciplineCodes: ["svt"],
    authorId: "claire",
    at,
  },
});

const ready: Scenario = {
  ...draft,
  state: "REVIEWED",
  summary: "Résumé.",
  course: "Déroulé.",
  levels: ["2de"],
  progressivity: "GUIDED_USE",
  licence: "CC BY-SA 4.0",
  implementations: [
    {
      id: "i",
      teacherId: "claire",
      classLevel: "2de",
      establishment: "Lycée",
      startedOn: "2020-01-14",
      endedOn: null,
      pupilCount: null,
      adaptation: null,
      outcome: "Réussi",
      at,
    },
  ],
  openAddress: { url: "https://ac-rennes.fr/", result: "OPEN", detail: "", checkedAt: at, acceptedReason: null },
};

const apply = (scenario: Scenario, facts: readonly ScenarioFact[]) => facts.reduce<Scenario>(evolveScenario, scenario);
const codesOf = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusals) return error.refusals.map(({ code }) => code);
    throw error;
  }
  return [];
};
const gaps = (scenario: Scenario) => publicationGaps(scenario).map(({ code }) => code);
const resource = { id: "r", title: "Film", author: null, sourceUrl: null, licence: null, note: null, ...UNSAID };
const service = {
  id: "d",
  name: "Padlet",
  publisher: null,
  purpose: "Mur",
  hosting: null,
  pupilAccounts: false,
  viaGar: false,
};

test("R10: an abandoned project drafts no scenario", () => {
  const { id, slug, title, projectId, themeId, campaignId, academyCode, disciplineCodes } = draft;
  const scenario = { id, slug, title, projectId, themeId, campaignId, academyCode, disciplineCodes, authorId: "a", at };
  expect(codesOf(() => draftScenario(scenario, "ABANDONED"))).toEqual(["PROJECT_ABANDONED"]);
  expect(codesOf(() => draftScenario(scenario, "RUNNING"))).toEqual([]);
});

test("R03: no publication before an implementation in class", () => {
  expect(gaps(ready)).toEqual([]);
  expect(gaps({ ...ready, implementations: [] })).toEqual(["NOT_TRIED_IN_CLASS"]);
});

test("R04: the conditions of generalisation are stated, and never block publication", () => {
  expect(ready.generalisation).toBe("");
  expect(gaps(ready)).toEqual([]);
  const stated = apply(
    draft,
    reviseScenario(draft, { text: { generalisation: "Partout." }, authorship: null }, publication),
  );
  expect(stated.generalisation).toBe("Partout.");
});

test("R05: progressivity is ordered, from simple use to elaborate approach, and is needed to publish", () => {
  expect(PROGRESSIVITY.map(progressivityRank)).toEqual([1, 2, 3, 4]);
  expect(progressivityRank(null)).toBe(5);
  expect(gaps({ ...ready, progressivity: null })).toEqual(["NO_PROGRESSIVITY"]);
});

test("R61: the teaching exception and unresolved rights block, every other basis does not", () => {
  const bases = [
    "OWN_WORK",
    "LICENCE",
    "AUTHORISATION",
    "QUOTATION",
    "LINK",
    "TEACHING_EXCEPTION",
    "UNRESOLVED",
  ] as const;
  expect(bases.filter((basis) => !allowsOpenPublication({ basis }))).toEqual(["TEACHING_EXCEPTION", "UNRESOLVED"]);
  const withBasis = (basis: (typeof bases)[number]) => gaps({ ...ready, resources: [{ ...resource, basis }] });
  expect(withBasis("TEACHING_EXCEPTION")).toEqual(["RIGHTS_IN_CLASS_ONLY"]);
  expect(withBasis("UNRESOLVED")).toEqual(["RIGHTS_UNRESOLVED"]);
  expect(withBasis("LINK")).toEqual([]);
});

test("R62: each digital service has a note on its terms", () => {
  expect(gaps({ ...ready, digitalServices: [{ ...service, termsNote: " " }] })).toEqual(["NO_TERMS_NOTE"]);
  expect(gaps({ ...ready, digitalServices: [{ ...service, termsNote: "Sans compte." }] })).toEqual([]);
});

test("R68: the address is open, or elsewhere and accepted with a reason", () => {
  const open = ready.openAddress as NonNullable<Scenario["openAddress"]>;
  const withResult = (result: typeof open.result, acceptedReason: string | null = null) =>
    gaps({ ...ready, openAddress: { ...open, result, acceptedReason } });
  expect(gaps({ ...ready, openAddress: null })).toEqual(["NO_OPEN_ADDRESS"]);
  expect(withResult("OPEN_ELSEWHERE")).toEqual(["ADDRESS_ELSEWHERE"]);
  expect(withResult("OPEN_ELSEWHERE", "Site du muséum")).toEqual([]);
  for (const result of ["LOGIN_REQUIRED", "UNREACHABLE", "REFUSED"] as const) {
    expect(withResult(result, "Peu importe")).toEqual(["ADDRESS_NOT_OPEN"]);
  }
});

test("R03, R61, R62, R68: publishing refuses with exactly the gaps that were shown", () => {
  const basis = fc.constantFrom("OWN_WORK", "TEACHING_EXCEPTION", "UNRESOLVED") as fc.Arbitrary<"OWN_WORK">;
  const some = fc.record({
    implementations: fc.constantFrom([], ready.implementations),
    resources: fc.array(
      basis.map((one) => ({ ...resource, basis: one })),
      { maxLength: 3 },
    ),
    digitalServices: fc.array(
      fc.constantFrom(null, "Sans compte.").map((termsNote) => ({ ...service, termsNote })),
      { maxLength: 2 },
    ),
    openAddress: fc.constantFrom(null, ready.openAddress),
    licence: fc.constantFrom(null, "CC BY 4.0"),
  });
  fc.assert(
    fc.property(some, (parts) => {
      const scenario = { ...ready, ...parts };
      expect(codesOf(() => publishScenario(scenario, publication))).toEqual(gaps(scenario));
    }),
  );
});

test("R58: only a reviewed scenario is published, whatever else is ready", () => {
  for (const state of ["DRAFT", "IN_REVIEW", "PUBLISHED", "WITHDRAWN"] as const) {
    expect(codesOf(() => publishScenario({ ...ready, state }, publication))).toEqual(["NOT_REVIEWED"]);
  }
});

test("R58: no author reviews, whatever the role of the contribution", () => {
  const review = { reviewerId: "claire", outcome: "PASSED" as const, comment: null, at };
  expect(codesOf(() => reviewScenario({ ...ready, state: "IN_REVIEW" }, review, null))).toEqual([
    "AUTHOR_CANNOT_REVIEW",
  ]);
});

test("R58: each correction of a published scenario is a version, and none leaves it unpublishable", () => {
  const published = apply(ready, publishScenario(ready, publication));
  const titles = fc.array(
    fc.string({ minLength: 1 }).filter((text) => text.trim() !== ""),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(titles, (all) => {
      const after = all.reduce(
        (state, title) => apply(state, reviseScenario(state, { text: { title }, authorship: null }, publication)),
        published,
      );
      expect(after.versionNumber).toBe(1 + all.length);
      expect(after.versions.map(({ number }) => number)).toEqual(after.versions.map((_, index) => index + 1));
      expect(gaps(after)).toEqual([]);
    }),
  );
  expect(codesOf(() => reviseScenario(published, { text: { summary: "" }, authorship: null }, publication))).toEqual([
    "NO_SUMMARY",
  ]);
});

test("R07: the name as first published stays, whatever the person is called later", () => {
  const published = apply(ready, publishScenario(ready, publication));
  const later = { ...publication, names: { claire: "Claire Martin" } };
  const corrected = apply(published, reviseScenario(published, { text: { title: "Autre" }, authorship: null }, later));
  expect(corrected.authors).toMatchObject([{ publishedName: "Claire Le Goff" }]);
});

test("R59: feedback is on what is published", () => {
  const feedback = { id: "f", authorId: "nina", implementationId: null, text: "Bien.", at };
  expect(codesOf(() => giveFeedback(ready, feedback))).toEqual(["NOT_PUBLISHED"]);
  expect(codesOf(() => giveFeedback({ ...ready, state: "PUBLISHED" }, { ...feedback, text: " " }))).toEqual([
    "REQUIRED",
  ]);
});

test("R11: an indexed record has a number or an address that make sense", () => {
  const published: Scenario = { ...ready, state: "PUBLISHED" };
  const record = { state: "INDEXED" as const, number: null, url: null, academyCode: "14", byId: "ian", at };
  expect(codesOf(() => indexScenario(published, record))).toEqual(["NO_EDUBASE_REFERENCE"]);
  expect(codesOf(() => indexScenario(published, { ...record, number: -1 }))).toEqual(["EDUBASE_NUMBER"]);
  expect(codesOf(() => indexScenario(published, { ...record, url: "javascript:1" }))).toEqual(["EDUBASE_URL"]);
  expect(codesOf(() => indexScenario(published, { ...record, state: "SUBMITTED" }))).toEqual([]);
});

test("R68: a site of the academy is a host, what lies below it, or a path on it", () => {
  const sites = ["ac-rennes.fr", "pedagogie.example.fr/rennes"];
  expect(isOnSites("https://ac-rennes.fr/svt", { sites })).toBe(true);
  expect(isOnSites("https://svt.ac-rennes.fr/", { sites })).toBe(true);
  expect(isOnSites("https://fauxac-rennes.fr/", { sites })).toBe(false);
  expect(isOnSites("https://ac-rennes.fr.example.com/", { sites })).toBe(false);
  expect(isOnSites("https://pedagogie.example.fr/rennes/svt", { sites })).toBe(true);
  expect(isOnSites("https://pedagogie.example.fr/rennes2", { sites })).toBe(false);
  expect(isOnSites("http://localhost:4030/ac-rennes.fr/svt", { sites })).toBe(false);
  expect(isOnSites("http://localhost:4030/ac-rennes.fr/svt", { sites, standIn: "http://localhost:4030" })).toBe(true);
  expect(isOnSites("http://localhost:4031/ac-rennes.fr/svt", { sites, standIn: "http://localhost:4030" })).toBe(false);
});

test("R68: it is the final page that has to lie on the academy's site", () => {
  const visit = { kind: "PAGE" as const, finalUrl: "https://elsewhere.example/" };
  expect(judgeVisit("https://ac-rennes.fr/", visit, { sites: ["ac-rennes.fr"] }, at)).toMatchObject({
    url: "https://ac-rennes.fr/",
    result: "OPEN_ELSEWHERE",
  });
});

test("a slug has only letters, digits and hyphens, is never empty, and is free", () => {
  expect(slugOf("L’œil, la caméra & l'été 2020 !")).toBe("l-oeil-la-camera-l-ete-2020");
  fc.assert(fc.property(fc.string(), (title) => expect(slugOf(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)));
  expect(freeSlug("a", ["a", "a-2", "a-4"])).toBe("a-3");
});

test("R06: the credit leaves out what is not known", () => {
  const known = { title: "T", names: ["A", "B", "C"], academies: ["académie de Nice"], licence: null, campaign: null };
  expect(creditSentence({ ...known, address: "https://x" })).toBe(
    "« T », A, B et C, académie de Nice, travaux académiques mutualisés, https://x",
  );
});
