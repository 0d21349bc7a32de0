import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { testService } from "@trame/kit/testing/service";
import { ScenarioPublishedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import { service } from "../src/service.ts";

export const ORIGIN = "http://localhost:4000";

/** The service on a database of its own. */
export const openTested = () => testService(service(ORIGIN));

export type Tested = Awaited<ReturnType<typeof openTested>>;

export interface Measured {
  name: string;
  value: number;
  /** Milliseconds when absent. */
  unit?: string;
  note: string;
}

export const ACADEMIES = 30;
export const DISCIPLINES = 24;
export const THEMES = 18;
export const PERSONS = 700;

/** The n-th scenario of the bench: the academies, disciplines, themes and authors take turns. */
export const scenarioOf = (id: string, n: number): MessageInitShape<typeof ScenarioPublishedSchema> => ({
  scenario: {
    ...{ id, slug: id, title: `Scénario ${id}`, summary: "Une séance essayée en classe, avec ses documents." },
    ...{ state: "PUBLISHED", themeId: `theme-${n % THEMES}`, licence: "CC BY-SA 4.0" },
    ...{ academyCodes: [`a${n % ACADEMIES}`], disciplineCodes: [`d${n % DISCIPLINES}`] },
    authors: [{ personId: `person-${n % PERSONS}` }, { personId: `person-${(n * 7 + 1) % PERSONS}` }],
  },
});

export const publishedBytes = (id: string, n: number): Uint8Array =>
  toBinary(ScenarioPublishedSchema, create(ScenarioPublishedSchema, scenarioOf(id, n)));

export const publishes = (tested: Tested, id: string): Promise<unknown> =>
  tested.hears(ScenarioPublishedSchema, id, scenarioOf(id, 1), { at: new Date() });

/** What the others told before: names, titles and labels. */
export async function nomenclatures({ db }: Tested): Promise<void> {
  const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
  await db.academy.createMany({
    data: upTo(ACADEMIES).map((n) => ({
      ...{ code: `a${n}`, name: `Académie ${n}`, label: `académie ${n}`, timeZone: "Europe/Paris", version: 1 },
    })),
  });
  await db.discipline.createMany({
    data: upTo(DISCIPLINES).map((n) => ({ code: `d${n}`, label: `Discipline ${n}`, transversal: false, version: 1 })),
  });
  await db.theme.createMany({
    data: upTo(THEMES).map((n) => ({
      ...{ id: `theme-${n}`, title: `Thème ${n}`, kind: "DISCIPLINARY", disciplineCodes: [`d${n}`], version: 1 },
      ...{ state: "YEAR_1", questions: [], axes: [], durationYears: 1, startsOn: "2019-09-01", endsOn: "2020-08-31" },
    })),
  });
  await db.person.createMany({
    data: upTo(PERSONS).map((n) => ({
      ...{ id: `person-${n}`, displayName: `Personne ${n}`, email: `p${n}@example.org`, academyCode: "a1", version: 1 },
    })),
  });
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
