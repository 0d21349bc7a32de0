import { family } from "@trame/kit/succession";
import type { Tx } from "../database.ts";

/** An academy with those that it came from or went into: a mandate in one is a mandate in the other. */
export async function academyScope(tx: Tx, code: string): Promise<string[]> {
  return family(await tx.academy.findMany({ select: { code: true, successorCode: true } }), code);
}
