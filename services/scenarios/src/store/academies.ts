import type { Tx } from "../database.ts";

/** An academy with those that it came from or went into: a mandate in one is a mandate in the other. */
export async function academyScope(tx: Tx, code: string): Promise<string[]> {
  const rows = await tx.academy.findMany({ select: { code: true, successorCode: true } });
  return academyFamily(rows, code);
}

export function academyFamily(rows: readonly { code: string; successorCode: string | null }[], code: string): string[] {
  const successor = rows.find((row) => row.code === code)?.successorCode;
  const predecessors = rows.filter((row) => row.successorCode === code).map((row) => row.code);
  return [code, ...(successor ? [successor] : []), ...predecessors];
}
