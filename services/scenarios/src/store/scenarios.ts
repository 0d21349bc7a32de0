import { aggregate, type Command } from "@trame/kit/aggregate";
import { fold } from "@trame/kit/fold";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Origin } from "../domain/adaptation.ts";
import type { OpenAddress } from "../domain/address.ts";
import { evolveScenario } from "../domain/evolve.ts";
import { type DigitalService, type Resource, UNSAID } from "../domain/rights-of-use.ts";
import {
  type Contribution,
  type EdubaseIndexing,
  type Feedback,
  type Implementation,
  type Progressivity,
  type PublishedVersion,
  progressivityRank,
  type Review,
  type Scenario,
  type ScenarioFact,
  type ScenarioState,
} from "../domain/scenario.ts";
import { tellScenario } from "../events.ts";
import { Prisma, type Scenario as ScenarioRow } from "../gen/prisma/client.ts";
import { toWeigh } from "./exports.ts";
import { followText } from "./follow.ts";
import { keepTexts } from "./kept.ts";

const written = aggregate<Tx, Scenario, ScenarioFact>({
  name: "Scenario",
  label: "Ce scénario",
  topic: topics.scenarios,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from scenario where id = ${id} for update`;
    const row = await tx.scenario.findUnique({ where: { id } });
    return row && toScenario(row);
  },
  insert: async (tx, scenario) => void (await tx.scenario.create({ data: toRow(scenario) })),
  update: async (tx, scenario) =>
    void (await tx.scenario.update({ where: { id: scenario.id }, data: toRow(scenario) })),
  evolve: evolveScenario,
  tell: tellScenario,
});

/** The only writer of scenarios; it keeps the words that a change makes worth keeping, and who wrote them. */
export const scenarios = {
  create: written.create,
  /** `writers`: who wrote live; then the document says it already. */
  async change(
    tx: Tx,
    command: Command,
    id: string,
    decide: (scenario: Scenario) => readonly ScenarioFact[],
    writers?: readonly string[],
  ) {
    let decided: { before: Scenario; facts: readonly ScenarioFact[] } | undefined;
    const after = await written.change(tx, command, id, (before) => {
      const facts = decide(before);
      decided = { before, facts };
      return facts;
    });
    if (!decided || decided.facts.length === 0) return after;
    await keepTexts(tx, command, { ...decided, after }, writers ?? (command.by.personId ? [command.by.personId] : []));
    if (!writers) await followText(tx, after);
    await toWeigh(tx, decided.facts, after);
    return after;
  },
};

export type { ScenarioRow };

/** JSON keeps instants as texts. */
type Stored<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

const stored = <T>(json: unknown) => json as Stored<T>;
const storedList = <T>(json: unknown) => json as Stored<T>[];

export function toScenario(row: ScenarioRow): Scenario {
  const {
    titleKey: _key,
    progressivityRank: _rank,
    authorIds: _ids,
    edubaseState: _state,
    listedAt: _listed,
    adaptedFromId: _from,
    ...rest
  } = row;
  const address = row.openAddress ? stored<OpenAddress>(row.openAddress) : null;
  const edubase = stored<EdubaseIndexing>(row.edubase);
  return {
    ...rest,
    state: row.state as ScenarioState,
    progressivity: row.progressivity as Progressivity | null,
    authors: row.authors as unknown as Contribution[],
    resources: (row.resources as unknown as Resource[]).map((one) => ({ ...UNSAID, ...one })),
    origins: row.origins as unknown as Origin[],
    digitalServices: row.digitalServices as unknown as DigitalService[],
    implementations: storedList<Implementation>(row.implementations).map((one) => ({ ...one, at: new Date(one.at) })),
    feedback: storedList<Feedback>(row.feedback).map((one) => ({ ...one, at: new Date(one.at) })),
    reviews: storedList<Review>(row.reviews).map((one) => ({ ...one, at: new Date(one.at) })),
    versions: storedList<PublishedVersion>(row.versions).map((one) => ({
      ...one,
      publishedAt: new Date(one.publishedAt),
    })),
    openAddress: address && { ...address, checkedAt: new Date(address.checkedAt) },
    edubase: { ...edubase, at: edubase.at ? new Date(edubase.at) : null },
  };
}

const json = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

function toRow(scenario: Scenario) {
  return {
    ...scenario,
    titleKey: fold(scenario.title),
    progressivityRank: progressivityRank(scenario.progressivity),
    authorIds: [...new Set(scenario.authors.map(({ personId }) => personId))],
    edubaseState: scenario.edubase.state,
    listedAt: scenario.publishedAt ?? scenario.draftedAt,
    authors: json(scenario.authors),
    implementations: json(scenario.implementations),
    feedback: json(scenario.feedback),
    resources: json(scenario.resources),
    digitalServices: json(scenario.digitalServices),
    openAddress: scenario.openAddress ? json(scenario.openAddress) : Prisma.DbNull,
    reviews: json(scenario.reviews),
    edubase: json(scenario.edubase),
    versions: json(scenario.versions),
    origins: json(scenario.origins),
    adaptedFromId: scenario.origins.at(-1)?.scenarioId ?? null,
  };
}
