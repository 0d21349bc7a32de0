import type { Actor } from "@trame/kit/actor";
import { oneByKey } from "@trame/kit/batch";
import type { Db } from "../database.ts";
import { Prisma } from "../gen/prisma/client.ts";
import { readable } from "./access.ts";
import { adaptations } from "./adaptation.ts";
import { projectAnalyses, projectsPublished } from "./analysis.ts";
import { exportSizes } from "./exports.ts";
import { keptTexts } from "./kept.ts";
import { countNested, nestedScenarios, type Parent } from "./nested.ts";
import { previewLinks } from "./preview.ts";
import { relatedTo } from "./related.ts";
import { toScenario } from "./scenarios.ts";
import { spelling } from "./spelling.ts";

/** Whatever a request asks for many times is read once: one statement per kind, however long the list. */
export function createLoaders(db: Db, actor: Actor) {
  const among = (ids: readonly string[]) => ({ in: [...ids] });
  const academies = lazily(() => db.academy.findMany());
  const published = async () => Prisma.sql`s.state = 'PUBLISHED'`;
  const visible = async () => readable(actor, await academies());
  const children = (parent: Parent, within: () => Promise<Prisma.Sql>) => ({
    rows: nestedScenarios(db, parent, within),
    count: countNested(db, parent, within),
  });
  return {
    scenario: oneByKey(
      async (ids) => (await db.scenario.findMany({ where: { id: among(ids) } })).map(toScenario),
      ({ id }) => id,
    ),
    scenarioBySlug: oneByKey(
      async (slugs) => (await db.scenario.findMany({ where: { slug: among(slugs) } })).map(toScenario),
      ({ slug }) => slug,
    ),
    sequence: oneByKey(
      (ids) => db.sequence.findMany({ where: { id: among(ids) } }),
      ({ id }) => id,
    ),
    concept: oneByKey(
      (uris) => db.concept.findMany({ where: { uri: among(uris) } }),
      ({ uri }) => uri,
    ),
    person: oneByKey(
      (ids) => db.person.findMany({ where: { id: among(ids) } }),
      ({ id }) => id,
    ),
    campaign: oneByKey(
      (ids) => db.campaign.findMany({ where: { id: among(ids) } }),
      ({ id }) => id,
    ),
    theme: oneByKey(
      (ids) => db.theme.findMany({ where: { id: among(ids) } }),
      ({ id }) => id,
    ),
    /** All of them: a nomenclature. */
    academies,
    disciplines: lazily(() => db.discipline.findMany()),
    uses: oneByKey(
      (ids) => db.scenarioUse.findMany({ where: { scenarioId: among(ids) } }),
      ({ scenarioId }) => scenarioId,
    ),
    addressWatch: oneByKey(
      (ids) => db.addressWatch.findMany({ where: { scenarioId: among(ids) } }),
      ({ scenarioId }) => scenarioId,
    ),
    keptTexts: keptTexts(db),
    exportSizes: exportSizes(db),
    projectAnalysis: projectAnalyses(db),
    projectPublished: projectsPublished(db),
    project: oneByKey(
      (ids) => db.project.findMany({ where: { id: among(ids) } }),
      ({ id }) => id,
    ),
    adaptations: adaptations(db),
    previewLinks: previewLinks(db),
    related: oneByKey(
      (ids) => relatedTo(db, ids),
      ({ id }) => id,
    ),
    /** What is really looked for, when a word was mistyped. */
    spelling: remembered((search: string) => spelling(db, search)),
    levels: lazily(() => db.concept.findMany({ where: { vocabulary: "LEVEL" } })),
    scenariosOf: {
      theme: children("theme", published),
      project: children("project", visible),
      academy: children("academy", published),
      person: children("person", published),
      discipline: children("discipline", published),
    },
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}

function remembered<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (key) => {
    const known = loaded.get(key) ?? load(key);
    loaded.set(key, known);
    return known;
  };
}
