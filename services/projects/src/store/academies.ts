import { family } from "@trame/kit/succession";
import type { Tx } from "../database.ts";

/** An academy with those that it came from or went into: a mandate in one is a mandate in the other. */
export async function academyScope(tx: Tx, code: string): Promise<string[]> {
  const rows = await tx.academy.findMany({ select: { code: true, successorCode: true } });
  return family(rows, code);
}
