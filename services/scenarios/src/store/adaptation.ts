import type { Command } from "@trame/kit/aggregate";
import { manyByKey } from "@trame/kit/batch";
import { newId, stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Db, Tx } from "../database.ts";
import { adaptScenario } from "../domain/adaptation.ts";
import type { Scenario } from "../domain/scenario.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { retainedProject } from "./projections.ts";
import { scenarios, toScenario } from "./scenarios.ts";
import { me, place, reserveSlug } from "./writing.ts";

export interface Adaptation {
  scenarioId: string;
  projectId: string;
  title: string | null;
  /** How the origin is named, and where it is read. */
  credit: string;
  page: string;
}

/** A member of the other team begins it and is its first author; the authors of the origin are told. */
export async function adapt(tx: Tx, command: Command, { scenarioId, credit, page, ...wanted }: Adaptation) {
  const { row: from } = await place(tx, scenarioId);
  const project = await retainedProject(tx, wanted.projectId);
  const { themeId, campaignId, academyCode } = project;
  policy.demand(command.by, "writeScenario", { themeId, academyCodes: await academyScope(tx, academyCode) });
  const id = newId();
  const title = wanted.title?.trim() || from.title;
  const slug = await reserveSlug(tx, title);
  const where = { projectId: project.id, themeId, campaignId, academyCode, disciplineCodes: from.disciplineCodes };
  const scenario = { ...where, id, slug, title, authorId: me(command), at: command.at };
  await scenarios.create(tx, command, adaptScenario(from, scenario, { projectState: project.state, credit, page }));
  await tellAuthors(tx, command.at, from, { id, title, academyCode });
  return id;
}

async function tellAuthors(tx: Tx, at: Date, from: Scenario, to: { id: string; title: string; academyCode: string }) {
  const academy = await tx.academy.findUnique({ where: { code: to.academyCode } });
  const told = {
    id: stableId("scenario-adapted", to.id),
    kind: "SCENARIO_ADAPTED",
    personIds: [...new Set(from.authors.map(({ personId }) => personId))],
    title: "Votre scénario est adapté par une autre équipe",
    text: `« ${from.title} » est repris par une équipe (${academy?.label ?? to.academyCode}) sous le titre « ${to.title} ». Vos noms et votre licence y restent.`,
    path: `/espace/scenarios/${from.id}`,
    about: from.id,
  };
  await appendEvents(tx, [notice(topics.scenarios, at, told)]);
}

/** By origin: the published scenarios that were made from it directly, the latest first. */
export const adaptations = (db: Db) => {
  const rows = manyByKey(
    (ids) =>
      db.scenario.findMany({
        where: { adaptedFromId: { in: [...ids] }, state: "PUBLISHED" },
        orderBy: { listedAt: "desc" },
        take: MOST,
      }),
    ({ adaptedFromId }) => adaptedFromId ?? "",
  );
  return { load: async (id: string) => (await rows.load(id)).map(toScenario) };
};

const MOST = 200;
