import type { Day } from "@trame/kit/day";
import type { Tx } from "../database.ts";
import type { FactKind } from "../domain/participation.ts";

/** What one person did, as another service told it. */
export interface ToldDeed {
  /** What makes it another deed of the same source: a person, or the id of an implementation. */
  key: string;
  personId: string;
  themeId: string | null;
  academyCode: string | null;
  disciplineCode: string | null;
  happenedOn: Day;
}

/** All the deeds of one kind that the aggregate's state implies: a newer state replaces them together. */
export async function replaceDeeds(
  tx: Tx,
  source: string,
  version: number,
  kind: FactKind,
  deeds: readonly ToldDeed[],
): Promise<void> {
  await tx.participationSource.upsert({ where: { source }, create: { source, version: -1 }, update: {} });
  const { count } = await tx.participationSource.updateMany({
    where: { source, version: { lt: version } },
    data: { version },
  });
  if (count === 0) return;
  await tx.participationFact.deleteMany({ where: { source, kind } });
  await addDeeds(tx, source, kind, deeds);
}

/** Deeds that happen once and stay. */
export async function addDeeds(tx: Tx, source: string, kind: FactKind, deeds: readonly ToldDeed[]): Promise<void> {
  await tx.participationFact.createMany({
    data: deeds.map(({ key, ...deed }) => ({ id: `${kind}/${source}/${key}`, source, kind, ...deed })),
    skipDuplicates: true,
  });
}
