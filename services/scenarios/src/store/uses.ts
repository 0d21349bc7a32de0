import { refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { refusals } from "../errors.ts";

/** One more reader used it: who is not asked and not kept, so that only the browser knows that it has said so. */
export async function sayUsed(tx: Tx, scenarioId: string): Promise<string> {
  const row = await tx.scenario.findUnique({ where: { id: scenarioId }, select: { state: true } });
  if (row?.state !== "PUBLISHED") refuse(refusals.notPublished());
  await tx.$executeRaw`
    insert into scenario_use as kept ("scenarioId", count) values (${scenarioId}, 1)
    on conflict ("scenarioId") do update set count = kept.count + 1`;
  return scenarioId;
}
