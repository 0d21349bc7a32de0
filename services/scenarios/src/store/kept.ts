import type { Command } from "@trame/kit/aggregate";
import { manyByKey } from "@trame/kit/batch";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import { type KeptOccasion, type KeptText, textsToKeep } from "../domain/kept.ts";
import type { Scenario, ScenarioFact, ScenarioText } from "../domain/scenario.ts";
import type { KeptText as KeptTextRow, Prisma } from "../gen/prisma/client.ts";

interface Change {
  before: Scenario;
  facts: readonly ScenarioFact[];
  after: Scenario;
}

/** Keeps the words of a scenario with the change that makes them worth it, in the same transaction. */
export async function keepTexts(
  tx: Tx,
  command: Command,
  { before, facts, after }: Change,
  writers: readonly string[],
): Promise<void> {
  const kept = textsToKeep(before, facts, after);
  const wrote = facts.some(({ type }) => type === "ScenarioRevised") ? writers : [];
  // Who brings an earlier text back did not write the one that gives way.
  const replaces = kept.some(({ occasion }) => occasion === "REPLACED");
  if (!replaces) await rememberWriters(tx, after.id, wrote);
  if (kept.length > 0) {
    const writerIds = await writersUntilNow(tx, after.id);
    await tx.keptText.createMany({
      data: kept.map(({ text, ...one }) => ({
        ...one,
        id: newId(),
        scenarioId: after.id,
        text: text as unknown as Prisma.InputJsonObject,
        byId: command.by.personId ?? null,
        writerIds,
        at: command.at,
      })),
    });
  }
  if (replaces) await rememberWriters(tx, after.id, wrote);
}

async function rememberWriters(tx: Tx, scenarioId: string, writers: readonly string[]): Promise<void> {
  if (writers.length === 0) return;
  await tx.textWriter.createMany({
    data: writers.map((personId) => ({ scenarioId, personId })),
    skipDuplicates: true,
  });
}

/** Who wrote since the last kept text; the next one begins anew. */
async function writersUntilNow(tx: Tx, scenarioId: string): Promise<string[]> {
  const rows = await tx.textWriter.findMany({ where: { scenarioId }, orderBy: { personId: "asc" } });
  await tx.textWriter.deleteMany({ where: { scenarioId } });
  return rows.map(({ personId }) => personId);
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
