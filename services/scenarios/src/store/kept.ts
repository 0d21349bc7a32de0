import type { Command } from "@trame/kit/aggregate";
import { manyByKey } from "@trame/kit/batch";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import { type KeptOccasion, type KeptText, textsToKeep } from "../domain/kept.ts";
import type { Scenario, ScenarioFact, ScenarioText } from "../domain/scenario.ts";
import type { KeptText as KeptTextRow, Prisma } from "../gen/prisma/client.ts";

/** Keeps the words of a scenario with the change that makes them worth it, in the same transaction. */
export async function keepTexts(
  tx: Tx,
  command: Command,
  { before, facts, after }: { before: Scenario; facts: readonly ScenarioFact[]; after: Scenario },
): Promise<void> {
  const kept = textsToKeep(before, facts, after);
  if (kept.length === 0) return;
  await tx.keptText.createMany({
    data: kept.map(({ text, ...one }) => ({
      ...one,
      id: newId(),
      scenarioId: after.id,
      text: text as unknown as Prisma.InputJsonObject,
      byId: command.by.personId ?? null,
      at: command.at,
    })),
  });
}

export async function keptText(tx: Tx, scenarioId: string, id: string): Promise<KeptText> {
  const row = await tx.keptText.findFirst({ where: { id, scenarioId } });
  if (!row) refuse(notFound("Ce texte", "keptTextId"));
  return toKept(row);
}

/** By scenario, the oldest first. */
export const keptTexts = (db: Db) => {
  const rows = manyByKey(
    (ids) => db.keptText.findMany({ where: { scenarioId: { in: [...ids] } }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    ({ scenarioId }) => scenarioId,
  );
  return { load: async (scenarioId: string) => (await rows.load(scenarioId)).map(toKept) };
};

const toKept = ({ scenarioId: _scenario, occasion, text, ...row }: KeptTextRow): KeptText => ({
  ...row,
  occasion: occasion as KeptOccasion,
  text: text as unknown as ScenarioText,
});
