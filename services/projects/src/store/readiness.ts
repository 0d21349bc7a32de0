import type { Tx } from "../database.ts";
import type { Readiness } from "../domain/launch.ts";
import type { SecondYearTerms } from "../domain/theme-years.ts";
import type { ThemeReadiness } from "../gen/prisma/client.ts";

type Told = Readiness & Pick<SecondYearTerms, "intermediateAt">;

/** What people and communications told of a theme, as its launch and its second year need it. */
export async function readiness(tx: Tx, themeId: string): Promise<Told> {
  return toReadiness(await tx.themeReadiness.findUnique({ where: { themeId } }));
}

export function toReadiness(row: ThemeReadiness | null): Told {
  return {
    groupGaps: row && row.groupVersion > 0 ? (row.groupGaps as unknown as Readiness["groupGaps"]) : null,
    priorWorkAt: row?.priorWorkAt ?? null,
    literatureAt: row?.literatureAt ?? null,
    intermediateAt: row?.intermediateAt ?? null,
  };
}
