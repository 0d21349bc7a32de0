import { scenariosEvents } from "@trame/proto-schemas/topics";
import {
  AT,
  claire,
  expert,
  ian,
  ianMaths,
  ianNice,
  karim,
  nina,
  openScenarios,
  pilot,
  referent,
  rennesProject,
  stranger,
} from "./examples.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
let service: Scenarios;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const codes = (answer: { errors: { code: string }[] }) => answer.errors.map(({ code }) => code);

test("R10: a member of the retained project's group drafts its scenario, and is its author", async () => {
  const scenario = await service.drafts(claire, "Relevés de terrain");
  expect(scenario).toMatchObject({ state: "DRAFT", slug: "releves-de-terrain", academies: [{ code: "14" }] });
  expect(scenario.authors).toEqual([{ person: { id: "claire" }, role: "DESIGN", publishedName: null }]);
  const told = (await service.saidOf(scenariosEvents.ScenarioDrafted)).at(-1);
  expect(told?.scenario).toMatchObject({ projectId: rennesProject, state: "DRAFT", academyCodes: ["14"] });
});

test("R10: persons outside the group draft nothing", async () => {
  for (const actor of [stranger, nina, expert, ian]) {
    const answer = await service.does(actor, "draftScenario", { projectId: rennesProject, title: "Intrus" });
    expect(answer.errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
  expect(codes(await service.does(claire, "draftScenario", { projectId: "nowhere", title: "Sans projet" }))).toEqual([
    "NOT_FOUND",
  ]);
});

test("the slug is unique, and survives a change of title", async () => {
  const first = await service.drafts(claire, "L’œil et la caméra");
  const second = await service.drafts(karim, "L'œil et la caméra");
  expect([first.slug, second.slug]).toEqual(["l-oeil-et-la-camera", "l-oeil-et-la-camera-2"]);
  const renamed = await service.must(claire, "reviseScenario", { scenarioId: first.id, title: "Voir et filmer" });
  expect(renamed).toMatchObject({ title: "Voir et filmer", slug: first.slug });
});

test("R58: several hands write; who saw an older version is told", async () => {
  const { id: scenarioId, version } = await service.drafts(claire);
  const saved = await service.must(karim, "reviseScenario", {
    scenarioId,
    summary: "À deux.",
    expectedVersion: version,
  });
  const late = await service.does(claire, "reviseScenario", {
    scenarioId,
    summary: "Seule.",
    expectedVersion: version,
  });
  expect(late.errors).toMatchObject([{ kind: "CONFLICT", code: "CHANGED_MEANWHILE" }]);
  expect(late.scenario).toMatchObject({ version: saved.version });
  expect(codes(await service.does(stranger, "reviseScenario", { scenarioId, summary: "Intrus." }))).toEqual([
    "FORBIDDEN",
  ]);
});

test("R07: co-authors of other academies bring their academy", async () => {
  const { id: scenarioId } = await service.drafts(claire);
  const authors = [
    { personId: "claire", role: "DESIGN" },
    { personId: "nina", role: "IMPLEMENTATION" },
  ];
  const scenario = await service.must(claire, "reviseScenario", { scenarioId, authors });
  expect(scenario.academies).toEqual([{ code: "14" }, { code: "23" }]);
  expect((await service.must(nina, "reviseScenario", { scenarioId, summary: "Depuis Nice." })).version).toBeGreaterThan(
    2,
  );
  expect(codes(await service.does(claire, "reviseScenario", { scenarioId, authors: [] }))).toEqual(["REQUIRED"]);
  const unknown = [{ personId: "nobody", role: "DESIGN" }];
  expect(codes(await service.does(claire, "reviseScenario", { scenarioId, authors: unknown }))).toEqual([
    "UNKNOWN_AUTHOR",
  ]);
});

test("codes are of their nomenclatures", async () => {
  const { id: scenarioId } = await service.drafts(claire);
  const input = { scenarioId, disciplineCodes: ["magie"], levels: ["1.1"], competences: ["9.9", "1"] };
  expect(codes(await service.does(claire, "reviseScenario", input))).toEqual([
    "UNKNOWN_DISCIPLINE",
    "UNKNOWN_LEVEL",
    "UNKNOWN_COMPETENCE",
    "UNKNOWN_COMPETENCE",
  ]);
});

test("R03, R05, R61, R62, R68, R69: what is missing shows while writing", async () => {
  const { id: scenarioId, publicationGaps } = await service.drafts(claire);
  expect(publicationGaps.map(({ requirement }: { requirement: string }) => requirement).sort()).toEqual(
    ["R03", "R05", "R10", "R10", "R61", "R68", "R69"].sort(),
  );
  await service.must(claire, "declareDigitalService", {
    scenarioId,
    name: "Padlet",
    purpose: "Mur",
    pupilAccounts: false,
  });
  const scenario = await service.must(claire, "declareResource", {
    scenarioId,
    title: "Film",
    basis: "TEACHING_EXCEPTION",
  });
  const found = scenario.publicationGaps.map(({ code }: { code: string }) => code);
  expect(found).toEqual(expect.arrayContaining(["RIGHTS_IN_CLASS_ONLY", "NO_TERMS_NOTE", "NOT_TRIED_IN_CLASS"]));
  const removed = await service.must(claire, "removeResource", { scenarioId, resourceId: scenario.resources[0].id });
  expect(removed.resources).toEqual([]);
});

test("R61: authors alone declare resources; a licence has a name and an authorisation its proof", async () => {
  const { id: scenarioId } = await service.drafts(claire);
  const resource = { scenarioId, title: "Carte", basis: "LICENCE" };
  expect((await service.does(karim, "declareResource", resource)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  expect((await service.does(claire, "declareResource", resource)).errors).toMatchObject([
    { code: "REQUIRED", field: "licence", requirement: "R61" },
  ]);
  const scenario = await service.must(claire, "declareResource", { ...resource, licence: "CC BY 4.0" });
  expect(scenario.resources).toMatchObject([
    { title: "Carte", rights: { basis: "LICENCE", allowsOpenPublication: true } },
  ]);
  const [{ id: resourceId }] = scenario.resources;
  const corrected = await service.must(claire, "declareResource", { ...resource, resourceId, basis: "UNRESOLVED" });
  expect(corrected.resources).toMatchObject([{ id: resourceId, rights: { allowsOpenPublication: false } }]);
});

test("R03: an implementation says class, place and outcome, and is not to come", async () => {
  const { id: scenarioId } = await service.drafts(claire);
  const input = { scenarioId, classLevel: "", establishment: "", startedOn: "2020-06-01", outcome: "" };
  expect(codes(await service.does(claire, "recordImplementation", input))).toEqual([
    "REQUIRED",
    "REQUIRED",
    "REQUIRED",
    "IN_THE_FUTURE",
  ]);
  const tried = { ...input, classLevel: "4e", establishment: "Collège", startedOn: "2020-02-03", outcome: "Réussi" };
  expect((await service.must(karim, "recordImplementation", tried)).implementations).toHaveLength(1);
  expect((await service.does(nina, "recordImplementation", tried)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  const told = (await service.saidOf(scenariosEvents.ImplementationRecorded)).at(-1);
  expect(told).toMatchObject({ teacherId: "karim", startedOn: "2020-02-03" });
});

test("R68: the address is visited for who may set it, and for nobody else", async () => {
  const { id: scenarioId } = await service.drafts(claire);
  const url = "https://elsewhere.example/page";
  service.web.visited.length = 0;
  expect((await service.does(claire, "setOpenAddress", { scenarioId, url })).errors).toMatchObject([
    { kind: "FORBIDDEN" },
  ]);
  expect(service.web.visited).toEqual([]);
  const elsewhere = await service.must(ian, "setOpenAddress", { scenarioId, url });
  expect(elsewhere.openAddress).toMatchObject({ result: "OPEN_ELSEWHERE" });
  const open = await service.must(referent, "setOpenAddress", { scenarioId, url: "https://svt.ac-rennes.fr/article1" });
  expect(open.openAddress).toMatchObject({ result: "OPEN" });
  service.web.says("https://cas.ac-rennes.fr/", { kind: "LOGIN", detail: "La page demande un mot de passe." });
  const login = await service.must(referent, "setOpenAddress", { scenarioId, url: "https://cas.ac-rennes.fr/" });
  expect(login.openAddress).toMatchObject({ result: "LOGIN_REQUIRED", detail: "La page demande un mot de passe." });
  expect(login.publicationGaps).toContainEqual({ code: "ADDRESS_NOT_OPEN", field: "openAddress", requirement: "R68" });
});

test("R58: proposed by the référent, read by the pilot or the discipline's IAN, never by an author", async () => {
  const { id: scenarioId } = await service.writes(claire);
  expect((await service.does(claire, "proposeScenario", { scenarioId })).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  expect(codes(await service.does(pilot, "reviewScenario", { scenarioId, outcome: "PASSED" }))).toEqual([
    "NOT_IN_REVIEW",
  ]);
  expect(await service.must(referent, "proposeScenario", { scenarioId })).toMatchObject({ state: "IN_REVIEW" });
  for (const actor of [claire, expert, ianMaths, ianNice, referent]) {
    const answer = await service.does(actor, "reviewScenario", { scenarioId, outcome: "PASSED" });
    expect(answer.errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
  const mute = await service.does(ian, "reviewScenario", { scenarioId, outcome: "RETURNED" });
  expect(mute.errors).toMatchObject([{ code: "REQUIRED", field: "comment" }]);
  const back = await service.must(ian, "reviewScenario", { scenarioId, outcome: "RETURNED", comment: "Préciser." });
  expect(back).toMatchObject({ state: "DRAFT", reviews: [{ outcome: "RETURNED" }] });
  expect((await service.saidOf(scenariosEvents.ScenarioReviewed)).at(-1)).toMatchObject({
    reviewerId: "ian",
    outcome: "RETURNED",
  });
});

test("R58: an author who is also the pilot does not review", async () => {
  const { id: scenarioId } = await service.writes(claire);
  await service.hears((await import("@trame/proto-schemas/topics")).peopleStateEvents.PersonState, "pilot", {
    id: "pilot",
    displayName: "Paule",
  });
  const authors = [
    { personId: "claire", role: "DESIGN" },
    { personId: "pilot", role: "PROOFREADING" },
  ];
  await service.must(claire, "reviseScenario", { scenarioId, authors });
  await service.must(referent, "proposeScenario", { scenarioId });
  expect(codes(await service.does(pilot, "reviewScenario", { scenarioId, outcome: "PASSED" }))).toEqual([
    "AUTHOR_CANNOT_REVIEW",
  ]);
});

test("R58: words changed after the review are to be read again", async () => {
  const { id: scenarioId } = await service.review(claire);
  const changed = await service.must(karim, "reviseScenario", { scenarioId, course: "Autre déroulé." });
  expect(changed).toMatchObject({ state: "DRAFT" });
  expect(codes(await service.does(ian, "publishScenario", { scenarioId }))).toEqual(["NOT_REVIEWED"]);
});

test("R68: an address outside the academy's sites waits for a reviewer's reason", async () => {
  const { id: scenarioId } = await service.writes(claire);
  await service.must(ian, "setOpenAddress", { scenarioId, url: "https://elsewhere.example/" });
  await service.must(referent, "proposeScenario", { scenarioId });
  await service.must(pilot, "reviewScenario", { scenarioId, outcome: "PASSED" });
  expect(codes(await service.does(ian, "publishScenario", { scenarioId }))).toEqual(["ADDRESS_ELSEWHERE"]);
  await service.must(pilot, "reviewScenario", { scenarioId, outcome: "PASSED", acceptAddressReason: "Site du CNRS." });
  expect(await service.must(ian, "publishScenario", { scenarioId })).toMatchObject({
    state: "PUBLISHED",
    openAddress: { acceptedReason: "Site du CNRS." },
  });
});

test("R08: a sequence is shared without a scenario, and read between groups", async () => {
  const mutation = `mutation ($input: ShareSequenceInput!) {
    shareSequence(input: $input) { sequence { id title theme { id } author { id } } errors { kind code } } }`;
  const input = { projectId: rennesProject, title: "Lire une carte", summary: "", text: "Deux heures." };
  const shares = async (actor: typeof claire) => (await service.query(actor, mutation, { input })).shareSequence;
  expect(await shares(claire)).toMatchObject({
    sequence: { title: "Lire une carte", author: { id: "claire" } },
    errors: [],
  });
  expect((await shares(nina)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  expect((await service.saidOf(scenariosEvents.SequenceShared)).at(-1)).toMatchObject({ authorId: "claire" });
  const read = "{ sequences { totalCount nodes { title academy { code } } } }";
  expect((await service.query(nina, read)).sequences).toMatchObject({
    totalCount: 1,
    nodes: [{ academy: { code: "14" } }],
  });
  const { errors } = await service.ask({ ...claire, mandates: [] }, read);
  expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});

test("the same idempotency key drafts once", async () => {
  const input = { projectId: rennesProject, title: "Une seule fois", idempotencyKey: "k1" };
  const [first, second] = [
    await service.must(claire, "draftScenario", input),
    await service.must(claire, "draftScenario", input),
  ];
  expect(second.id).toBe(first.id);
  expect(AT).toBeInstanceOf(Date);
});
