import { manyByKey } from "@trame/kit/batch";
import type { Db, Tx } from "../database.ts";
import type { Scenario, ScenarioFact } from "../domain/scenario.ts";

export const EXPORT_FORMATS = ["PDF", "ODT", "MARKDOWN", "ZIP"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const isExportFormat = (format: string): format is ExportFormat => EXPORT_FORMATS.some((one) => one === format);

/** A version that is new to readers is to be weighed anew. */
export async function toWeigh(tx: Tx, facts: readonly ScenarioFact[], { id: scenarioId }: Scenario): Promise<void> {
  if (!facts.some(({ type }) => type === "ScenarioPublished" || type === "ScenarioUpdated")) return;
  await tx.scenarioExport.deleteMany({ where: { scenarioId } });
  await tx.scenarioExport.createMany({ data: EXPORT_FORMATS.map((format) => ({ scenarioId, format })) });
}

/** The next ones whose weight nobody knows. */
export async function unweighed(db: Db, most: number): Promise<{ scenarioId: string; format: ExportFormat }[]> {
  const rows = await db.scenarioExport.findMany({ where: { size: null }, take: most, orderBy: { scenarioId: "asc" } });
  return rows.flatMap(({ scenarioId, format }) => (isExportFormat(format) ? [{ scenarioId, format }] : []));
}

/** What a published scenario weighs in one format. */
export async function keepExportSize(
  db: Db,
  { scenarioId, format, size }: { scenarioId: string; format: ExportFormat; size: number },
): Promise<void> {
  await db.$executeRaw`
    insert into scenario_export ("scenarioId", format, size) values (${scenarioId}, ${format}, ${size})
    on conflict ("scenarioId", format) do update set size = excluded.size`;
}

export const exportSizes = (db: Db) =>
  manyByKey(
    (ids) => db.scenarioExport.findMany({ where: { scenarioId: { in: [...ids] } } }),
    ({ scenarioId }) => scenarioId,
  );
