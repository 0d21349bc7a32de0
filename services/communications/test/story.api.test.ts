import {
  EditionPublishedSchema,
  PriorWorkReviewRecordedSchema,
} from "@trame/proto-schemas/communications/v1/events_pb";
import { PublicationPublishedSchema } from "@trame/proto-schemas/publications/v1/publications_pb";
import {
  claire,
  communications,
  known,
  nadia,
  otherExpert,
  programme,
  sylvie,
  type Tested,
  visitor,
  yann,
} from "./examples.ts";

let it: Tested;

beforeAll(async () => {
  it = await communications();
  await known(it);
});
afterAll(() => it.stop());

const inEntities = (type: string, key: object, fields: string) =>
  `{ _entities(representations: [${JSON.stringify({ __typename: type, ...key }).replace(/"(\w+)":/g, "$1:")}]) { ... on ${type} { ${fields} } } }`;

const theme = async (fields: string, actor = visitor, id = "theme-svt") =>
  (await it.query(actor, inEntities("Theme", { id }, fields)))._entities[0];

test("R50, R51, R53: the theme's expert records the review of existing work; it is told with author and date", async () => {
  const { priorWorkReview, errors } = await it.recordsPriorWork(nadia);
  expect(errors).toEqual([]);
  expect(priorWorkReview).toMatchObject({
    author: { id: "nadia" },
    version: 1,
    recordedAt: "2020-05-18T07:00:00.000Z",
  });
  expect(await it.saidOf(PriorWorkReviewRecordedSchema)).toMatchObject([{ themeId: "theme-svt", authorId: "nadia" }]);
});

test("R51, R54: nobody else records a review, not even another theme's expert", async () => {
  for (const actor of [otherExpert, claire, yann, sylvie, programme, visitor]) {
    expect((await it.recordsPriorWork(actor)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
    expect((await it.recordsLiterature(actor)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
});

test("a review recorded again grows, and a colleague's change is not written over", async () => {
  const { literatureReview } = await it.recordsLiterature(nadia);
  const again = await it.recordsLiterature(nadia, {
    expectedVersion: literatureReview.version,
    references: ["A", "B"],
  });
  expect(again.literatureReview).toMatchObject({ version: 2, references: ["A", "B"] });
  const late = await it.recordsLiterature(nadia, { expectedVersion: 1 });
  expect(late.errors).toMatchObject([{ code: "CHANGED_MEANWHILE" }]);
});

test("R13, R15, R66: the référent declares the group's material; it is published for teachers", async () => {
  const { material, errors } = await it.declaresMaterial(claire);
  expect(errors).toEqual([]);
  expect(material).toMatchObject({ level: "ACADEMIC", academy: { code: "14" } });
  const told = (await it.saidOf(PublicationPublishedSchema)).at(-1)?.publication;
  expect(told).toMatchObject({
    kind: "MATERIAL",
    url: "https://svt.ac-rennes.fr/infographie",
    attribution: "Équipe TraAM, académie de Rennes",
    theme: { title: "Les métadonnées en SVT" },
    disciplines: [{ code: "svt", label: "SVT" }],
  });
});

test("R13: national materials are the expert's, academic ones the référent's of that academy and theme", async () => {
  const national = { level: "NATIONAL", projectId: null };
  expect((await it.declaresMaterial(nadia, national)).errors).toEqual([]);
  expect((await it.declaresMaterial(claire, national)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  for (const actor of [nadia, yann, sylvie, visitor]) {
    expect((await it.declaresMaterial(actor)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
  expect((await it.declaresMaterial(claire, { projectId: "nothing" })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await it.declaresMaterial(claire, { projectId: null })).errors).toMatchObject([{ code: "PROJECT_NEEDED" }]);
});

test("R16, R70: the expert declares the theme's module on M@gistère, the référent a project's", async () => {
  expect((await it.declaresModule(nadia)).trainingModule).toMatchObject({ platform: "MAGISTERE", academy: null });
  const own = await it.declaresModule(claire, {
    projectId: "project-rennes",
    platform: "OTHER",
    otherPlatform: "Moodle",
  });
  expect(own.trainingModule).toMatchObject({ otherPlatform: "Moodle", academy: { code: "14" } });
  expect((await it.declaresModule(claire)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
});

test("R09: an academy's page has its materials and modules, a theme's all of its own", async () => {
  const academy = inEntities("Academy", { code: "14" }, "materials { level } modules { title }");
  expect((await it.query(visitor, academy))._entities[0]).toMatchObject({ materials: [{}], modules: [{}] });
  expect(await theme("materials { level } modules { title }")).toMatchObject({
    materials: [{}, {}],
    modules: [{}, {}],
  });
});

test("R55, R56: watch is shared by the members of the national group, and read by them only", async () => {
  for (const actor of [yann, claire, nadia]) expect((await it.shares(actor)).errors).toEqual([]);
  for (const actor of [visitor, otherExpert, sylvie]) {
    expect((await it.shares(actor)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
    const { data, errors } = await it.ask(actor, inEntities("Theme", { id: "theme-svt" }, "watch { title }"));
    expect((data as { _entities: unknown[] })._entities).toEqual([{ watch: null }]);
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  }
  expect((await theme("watch { title }", yann)).watch).toHaveLength(3);
  expect((await it.shares(yann, { url: "javascript:alert(1)" })).errors).toMatchObject([{ code: "NOT_AN_ADDRESS" }]);
});

describe("an edition", () => {
  test("R71, R72: is prepared by the editors only, and published at its address with what it relays", async () => {
    const { publicationId } = await it.hearsScenario("s1");
    const draft = await it.draft("svt");
    expect(draft.items.map((item: { publication: { id: string } }) => item.publication.id)).toContain(publicationId);
    for (const actor of [claire, nadia, programme, visitor]) {
      expect((await it.edits(actor, { editionId: draft.id, title: "X" })).errors).toMatchObject([
        { kind: "FORBIDDEN" },
      ]);
      expect((await it.arranges(actor, { editionId: draft.id, itemIds: [] })).errors).toMatchObject([
        { kind: "FORBIDDEN" },
      ]);
      expect((await it.publishes(actor, { editionId: draft.id })).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
      const seen = await it.ask(actor, `{ edition(id: "${draft.id}") { id } }`);
      expect(seen.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    }
    expect((await it.publishes(sylvie, { editionId: draft.id })).errors).toMatchObject([
      { code: "EDITION_WITHOUT_TITLE" },
    ]);
    await it.edits(sylvie, { editionId: draft.id, title: "Le vivant en données" });
    const [first, second] = draft.items.map(({ id }: { id: string }) => id);
    await it.arranges(sylvie, { editionId: draft.id, itemIds: [second, first] });
    const { edition, errors } = await it.publishes(sylvie, { editionId: draft.id });
    expect(errors).toEqual([]);
    expect(edition).toMatchObject({ number: 1, state: "PUBLISHED", url: "http://localhost:4000/lettres/svt/1" });
    expect(edition.items.map(({ id }: { id: string }) => id)).toEqual([second, first]);
    const [told] = await it.saidOf(EditionPublishedSchema);
    expect(told).toMatchObject({ number: 1, url: "http://localhost:4000/lettres/svt/1" });
    expect(told?.publicationIds).toHaveLength(2);
  });

  test("R71: what was excluded waits in the next draft, still excluded, and comes back by arranging", async () => {
    const draft = await it.draft("svt");
    expect(draft).toMatchObject({ number: 2 });
    expect(draft.items.length).toBeGreaterThan(0);
    expect(draft.items.every(({ excluded }: { excluded: boolean }) => excluded)).toBe(true);
    const [item] = draft.items;
    const { edition } = await it.arranges(sylvie, { editionId: draft.id, itemIds: [item.id] });
    expect(edition.items[0]).toMatchObject({ id: item.id, excluded: false });
  });

  test("an item that comes while a person arranges makes a conflict, so that it is not excluded unseen", async () => {
    const draft = await it.draft("svt");
    await it.hearsScenario("s2");
    const itemIds = draft.items.map(({ id }: { id: string }) => id);
    const { errors, edition } = await it.arranges(sylvie, {
      editionId: draft.id,
      itemIds,
      expectedVersion: draft.version,
    });
    expect(errors).toMatchObject([{ code: "CHANGED_MEANWHILE" }]);
    expect(edition.version).toBeGreaterThan(draft.version);
  });

  test("the other series that already published it are named", async () => {
    await it.hearsTheme("theme-svt", { title: "Les métadonnées en SVT", kind: "INTERDISCIPLINARY" });
    const draft = await it.draft("thematique");
    const known = draft.items.filter(({ alreadyIn }: { alreadyIn: unknown[] }) => alreadyIn.length > 0);
    expect(known).toHaveLength(2);
    expect(known[0].alreadyIn).toEqual([{ slug: "svt" }]);
  });

  test("lists show published editions to everybody and drafts to editors", async () => {
    const list =
      "query($states: [EditionState!]) { editions(filter: { states: $states }) { totalCount nodes { number } } }";
    expect((await it.query(visitor, list)).editions).toEqual({ totalCount: 1, nodes: [{ number: 1 }] });
    expect((await it.query(sylvie, list, { states: ["DRAFT"] })).editions.totalCount).toBeGreaterThan(1);
    const { errors } = await it.ask(visitor, list, { states: ["DRAFT"] });
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});

test("R73, R74: a channel relays a publication: who, when, where; editors record it", async () => {
  const { recordChannel } = await import("../src/store/channels.ts");
  const channel = { id: "emi", network: "Twitter", handle: "@trame_emi_demo", kind: "TRANSVERSAL" as const };
  await it.db.$transaction((tx) => recordChannel(tx, { ...channel, disciplineCode: null, label: "EMI" }));
  const { publicationId } = await it.hearsScenario("s3");
  const relay = { publicationId, channelId: "emi", url: "https://twitter.example/1" };
  const { publication, errors } = await it.relays(sylvie, relay);
  expect(errors).toEqual([]);
  expect(publication.relays).toMatchObject([
    { url: relay.url, by: { id: "sylvie" }, channel: { handle: "@trame_emi_demo" } },
  ]);
  expect((await it.relays(claire, relay)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  const ofScenario = inEntities("Scenario", { id: "s3" }, "relays { channel { network } edition { id } }");
  expect((await it.query(visitor, ofScenario))._entities[0].relays).toEqual([
    { channel: { network: "Twitter" }, edition: null },
  ]);
  await it.hearsWithdrawal("s3");
  expect((await it.relays(sylvie, relay)).errors).toMatchObject([{ code: "PUBLICATION_WITHDRAWN" }]);
});

test("R65: a theme's diffusion is counted", async () => {
  const fields =
    "diffusion { published relayedInLetters relayedByChannels withdrawn nationalMaterials academicMaterials trainingModules }";
  expect((await theme(fields)).diffusion).toEqual({
    published: 6,
    relayedInLetters: 2,
    relayedByChannels: 0,
    withdrawn: 1,
    nationalMaterials: 1,
    academicMaterials: 1,
    trainingModules: 2,
  });
  expect((await theme(fields, visitor, "theme-emi")).diffusion).toMatchObject({ published: 0, withdrawn: 0 });
});

describe("tasks", () => {
  const tasks = async (actor: typeof claire) =>
    (
      await it.query(
        actor,
        inEntities("Viewer", { id: actor.personId }, "communicationTasks { kind title detail timeZone href }"),
      )
    )._entities[0].communicationTasks;

  test("R50, R54, R70: an expert is asked for the reviews and the module that are missing", async () => {
    expect(await tasks(otherExpert)).toMatchObject([
      { title: "Consigner la revue des travaux et expérimentations existants", href: "/espace/themes/theme-emi" },
      { title: "Consigner la revue succincte de la littérature" },
      { title: "Déclarer un support de communication national" },
      { title: "Déclarer un module de formation sur M@gistère" },
    ]);
    expect(await tasks(nadia)).toEqual([]);
  });

  test("R66: a référent is asked for the group's material until there is one", async () => {
    expect(await tasks(claire)).toEqual([]);
    await it.db.material.deleteMany({ where: { projectId: "project-rennes" } });
    expect(await tasks(claire)).toMatchObject([
      { detail: "Cartes vivantes", href: "/espace/supports?projet=project-rennes" },
    ]);
  });

  test("R71: an editor is shown the drafts with items", async () => {
    const draft = await it.draft("svt");
    expect(await tasks(sylvie)).toContainEqual(expect.objectContaining({ href: `/espace/lettres/${draft.id}` }));
  });

  test("nobody reads another person's tasks", async () => {
    const query = inEntities("Viewer", { id: "nadia" }, "communicationTasks { title }");
    expect((await it.query(claire, query))._entities).toEqual([{ communicationTasks: null }]);
  });
});

test("statements do not grow with the lists", async () => {
  const page = `query($first: Int!) {
    publications(first: $first) { nodes { title academies { code } scenario { id } relays { id channel { id } edition { id } } } }
    newsletters { title draft { items { publication { title } alreadyIn { slug } withdrawn } } editions { nodes { url items { id } } } } }`;
  const few = await it.countingStatements(() => it.query(sylvie, page, { first: 100 }));
  for (let n = 10; n < 25; n++) await it.hearsScenario(`s${n}`);
  const many = await it.countingStatements(() => it.query(sylvie, page, { first: 100 }));
  expect(many).toBe(few);
});
