import { PersonDataErasedSchema } from "@trame/proto-schemas/erasures/v1/erasure_pb";
import { SynthesisOnlineSchema } from "@trame/proto-schemas/meetings/v1/events_pb";
import { AcademyRecordedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { DisciplineRecordedSchema } from "@trame/proto-schemas/projects/v1/events_pb";
import {
  PublicationPublishedSchema,
  PublicationUpdatedSchema,
  PublicationWithdrawnSchema,
} from "@trame/proto-schemas/publications/v1/publications_pb";
import { ScenarioUpdatedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import { CAEN, communications, known, NORMANDIE, RENNES, sylvie, type Tested, visitor } from "./examples.ts";

let it: Tested;

beforeEach(async () => {
  it = await communications();
});
afterEach(() => it.stop());

const published = async () => (await it.saidOf(PublicationPublishedSchema)).map(({ publication }) => publication);
const updated = async () => (await it.saidOf(PublicationUpdatedSchema)).map(({ publication }) => publication);

test("R71: a scenario's publication is told self-contained: names, academies, theme, disciplines, levels in words", async () => {
  await known(it);
  const { publicationId } = await it.hearsScenario("s1", {}, { at: new Date("2020-02-03T10:00:00Z") });
  const [told] = await published();
  expect(told).toMatchObject({
    id: publicationId,
    kind: "SCENARIO",
    url: "http://localhost:4000/scenarios/s1",
    attribution: "Claire Le Goff, Yann Morvan – académie de Rennes",
    academies: [{ code: RENNES, name: "Rennes" }],
    theme: { id: "theme-svt", title: "Les métadonnées en SVT" },
    disciplines: [{ code: "svt", label: "SVT" }],
    levels: ["quatrième"],
    licence: "CC BY-SA 4.0",
  });
  const said = (await it.said()).find(({ topic }) => topic === "traam.publications.v1");
  expect(said).toMatchObject({ key: publicationId, version: 1 });
  const { publications } = await it.query(visitor, "{ publications { nodes { publishedAt scenario { id } } } }");
  expect(publications.nodes).toEqual([{ publishedAt: "2020-02-03T10:00:00.000Z", scenario: { id: "s1" } }]);
});

test("R71: an event twice delivered, or stale, changes nothing", async () => {
  await known(it);
  const id = "6f2b1a52-0000-4000-8000-000000000001";
  await it.hearsScenario("s1", {}, { version: 4, id });
  expect((await it.hearsScenario("s1", {}, { version: 4, id })).outcome).toBe("duplicate");
  await it.hearsScenario("s1", { title: "Ancien titre" }, { version: 3 });
  expect(await published()).toHaveLength(1);
  expect(await updated()).toEqual([]);
  expect((await it.draft("svt")).items).toHaveLength(1);
});

test("R71: names, titles and labels that come after the publication complete what was told", async () => {
  await it.hearsScenario("s1");
  expect((await published())[0]).toMatchObject({ attribution: "", disciplines: [{ code: "svt", label: "" }] });
  await known(it);
  expect((await updated()).at(-1)).toMatchObject({
    attribution: "Claire Le Goff, Yann Morvan – académie de Rennes",
    theme: { title: "Les métadonnées en SVT" },
    disciplines: [{ label: "SVT" }],
    academies: [{ name: "Rennes" }],
  });
  const before = (await updated()).length;
  await it.hears(AcademyRecordedSchema, "15", {
    academy: { code: "15", name: "La Réunion", label: "académie de La Réunion" },
  });
  await it.hears(PersonStateSchema, "zoe", { id: "zoe", displayName: "Zoé" });
  expect(await updated()).toHaveLength(before);
});

test("R72: a discipline has its series before anything is in it, and the thematic series is always there", async () => {
  await known(it);
  const { newsletters } = await it.query(visitor, "{ newsletters { slug title kind discipline { code } } }");
  expect(newsletters).toEqual([
    { slug: "thematique", title: "Lettre Édu_Num thématique", kind: "THEMATIC", discipline: null },
    { slug: "emi", title: "Lettre Édu_Num EMI", kind: "DISCIPLINARY", discipline: { code: "emi" } },
    { slug: "svt", title: "Lettre Édu_Num SVT", kind: "DISCIPLINARY", discipline: { code: "svt" } },
  ]);
});

test("R72: a publication falls into each matching series, and into others when its theme becomes known", async () => {
  await it.hearsScenario("s1", { disciplineCodes: ["svt", "emi"], themeId: "theme-emi" });
  expect((await it.draft("svt")).items).toHaveLength(1);
  expect((await it.draft("emi")).items).toHaveLength(1);
  expect(await it.draft("thematique")).toBeNull();
  await known(it);
  expect((await it.draft("thematique")).items).toHaveLength(1);
  expect((await it.draft("svt")).items).toHaveLength(1);
});

test("R71: a corrected discipline moves the item from a draft to another", async () => {
  await known(it);
  await it.hearsScenario("s1");
  await it.hears(ScenarioUpdatedSchema, "s1", {
    scenario: {
      id: "s1",
      slug: "s1",
      title: "Corrigé",
      state: "PUBLISHED",
      disciplineCodes: ["emi"],
      themeId: "theme-svt",
    },
  });
  expect((await it.draft("svt")).items).toEqual([]);
  expect((await it.draft("emi")).items).toMatchObject([{ publication: { title: "Corrigé" } }]);
});

test("R71: a withdrawal takes it back everywhere: state, drafts, event; published editions say so", async () => {
  await known(it);
  await it.hearsScenario("s1");
  await it.hearsScenario("s2");
  const draft = await it.draft("svt");
  const [first] = draft.items;
  await it.edits(sylvie, { editionId: draft.id, title: "Premier" });
  await it.arranges(sylvie, { editionId: draft.id, itemIds: [first.id] });
  await it.publishes(sylvie, { editionId: draft.id });
  await it.hearsWithdrawal("s1");
  await it.hearsWithdrawal("s2");
  expect((await it.draft("svt")).items).toEqual([]);
  const { edition } = await it.query(
    visitor,
    `{ edition(id: "${draft.id}") { items { withdrawn publication { title summary attribution state } } } }`,
  );
  expect(edition.items).toEqual([
    {
      withdrawn: true,
      publication: { title: "Publication retirée", summary: "", attribution: "", state: "WITHDRAWN" },
    },
  ]);
  const { publications } = await it.query(visitor, "{ publications { totalCount } }");
  expect(publications.totalCount).toBe(0);
  const hidden = await it.ask(visitor, "{ publications(filter: { states: [WITHDRAWN] }) { totalCount } }");
  expect(hidden.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  const events = await it.saidOf(PublicationWithdrawnSchema);
  expect(events).toMatchObject([{ reason: "Droits d'une image non réglés" }, {}]);
});

test("a publication withdrawn and published again is told as published, once more in the drafts", async () => {
  await known(it);
  await it.hearsScenario("s1");
  await it.hearsWithdrawal("s1");
  await it.hearsScenario("s1");
  expect(await published()).toHaveLength(2);
  expect((await it.draft("svt")).items).toHaveLength(1);
});

test("a withdrawal of what was never published here is no failure", async () => {
  await it.hearsWithdrawal("unknown");
  expect(await it.parked()).toEqual([]);
});

test("R88: a national meeting's synthesis is a publication of its theme's disciplines", async () => {
  const meeting = {
    id: "m1",
    title: "Point d'étape",
    themeId: "theme-svt",
    level: "NATIONAL",
    synthesisText: "Bilan.",
  };
  await it.hears(SynthesisOnlineSchema, "m1", { meeting });
  expect((await it.draft("thematique")).items).toHaveLength(1);
  await known(it);
  expect((await updated()).at(-1)).toMatchObject({
    kind: "MINUTES_SYNTHESIS",
    url: "http://localhost:4000/themes/theme-svt",
    attribution: "Groupe national TraAM",
    disciplines: [{ code: "svt", label: "SVT" }],
  });
  expect((await it.draft("svt")).items).toHaveLength(1);
  expect((await it.draft("thematique")).items).toEqual([]);
});

test("an erased person's name is forgotten, and stays on the works published with it", async () => {
  await known(it);
  await it.hearsScenario("s1");
  await it.hears(PersonStateSchema, "claire", null);
  expect(await it.db.person.count({ where: { id: "claire" } })).toBe(0);
  await it.hears(DisciplineRecordedSchema, "svt", { discipline: { code: "svt", label: "Sciences de la vie" } });
  expect((await updated()).at(-1)?.attribution).toBe("Claire Le Goff, Yann Morvan – académie de Rennes");
});

test.each([
  [true, "Claire Le Goff, Yann Morvan – académie de Rennes"],
  [false, "auteur·rice effacé·e, Yann Morvan – académie de Rennes"],
])(
  "an erased author keeps the authorship or not, as asked (%s), and the service acknowledges",
  async (keeps, shown) => {
    await known(it);
    await it.hearsScenario("s1", { summary: "Avec l'aide de Claire Le Goff." });
    const erased = { id: "claire", displayName: "Claire Le Goff", givenName: "Claire", familyName: "Le Goff" };
    await it.hears(PersonStateSchema, "claire", { ...erased, erasureId: "e1", keepsAuthorship: keeps });
    const [{ words }] = (await it.db.publication.findMany()) as unknown as [{ words: { attribution: string } }];
    expect(words.attribution).toBe(shown);
    expect(await it.saidOf(PersonDataErasedSchema)).toMatchObject([{ erasureId: "e1", personId: "claire" }]);
    const entries = JSON.stringify((await it.db.publicationLogEntry.findMany()).map(({ publication }) => publication));
    expect(entries.includes("Claire Le Goff")).toBe(keeps);
    await it.hears(PersonStateSchema, "claire", null);
    expect(await it.db.person.count({ where: { id: "claire" } })).toBe(0);
  },
);

test("what was told and arranged stays while the copies of names are emptied and built again", async () => {
  await known(it);
  await it.hearsScenario("s1", { disciplineCodes: ["emi"], themeId: "theme-emi" });
  const before = { thematic: await it.draft("thematique"), updated: (await updated()).length };
  for (const copy of [it.db.theme, it.db.discipline, it.db.academy, it.db.person, it.db.project]) {
    await (copy as typeof it.db.theme).deleteMany();
  }
  await known(it);
  expect(await updated()).toHaveLength(before.updated);
  expect(await it.draft("thematique")).toEqual(before.thematic);
});

test("R09: the work of Caen is Normandie's too", async () => {
  await known(it);
  for (const [code, name] of [
    [NORMANDIE, "Normandie"],
    [CAEN, "Caen"],
  ] as const) {
    const successorCode = code === CAEN ? NORMANDIE : "";
    await it.hears(AcademyRecordedSchema, code, {
      academy: { code, name, label: `académie de ${name}`, successorCode },
    });
  }
  await it.hearsScenario("s1", { academyCodes: [CAEN] });
  const query = `{ publications(filter: { academyCode: "${NORMANDIE}" }) { totalCount } }`;
  expect((await it.query(visitor, query)).publications.totalCount).toBe(1);
});
