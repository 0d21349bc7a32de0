import type { Tx } from "../database.ts";
import type { Readiness } from "../domain/launch.ts";
import type { ThemeReadiness } from "../gen/prisma/client.ts";

/** What people and communications told of a theme, as its launch needs it. */
export async function readiness(tx: Tx, themeId: string): Promise<Readiness> {
  return toReadiness(await tx.themeReadiness.findUnique({ where: { themeId } }));
}

export function toReadiness(row: ThemeReadiness | null): Readiness {
  return {
    groupGaps: row && row.groupVersion > 0 ? (row.groupGaps as unknown as Readiness["groupGaps"]) : null,
    priorWorkAt: row?.priorWorkAt ?? null,
    literatureAt: row?.literatureAt ?? null,
  };
}
