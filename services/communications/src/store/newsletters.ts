import { fold } from "@trame/kit/fold";
import { stableId } from "@trame/kit/id";
import type { Tx } from "../database.ts";

/** The national thematic series: the only one of its kind (R72). */
export const THEMATIC = stableId("newsletter", "THEMATIC");

export const disciplinarySeries = (code: string): string => stableId("newsletter", "DISCIPLINARY", code);

/** The series exist before their first item; a discipline that was not told yet makes a stub under its code. */
export async function ensureSeries(tx: Tx, disciplineCodes: readonly string[]): Promise<void> {
  const ids = [THEMATIC, ...disciplineCodes.map(disciplinarySeries)];
  const found = await tx.newsletter.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const there = new Set(found.map(({ id }) => id));
  if (ids.every((id) => there.has(id))) return;
  const disciplinary = [...disciplineCodes].sort().map((code) => ({
    id: disciplinarySeries(code),
    slug: slugOf(code),
    title: titleOf(code),
    kind: "DISCIPLINARY",
    disciplineCode: code,
  }));
  const thematic = {
    id: THEMATIC,
    slug: "thematique",
    title: "Lettre Édu_Num thématique",
    kind: "THEMATIC",
    disciplineCode: null,
  };
  await tx.newsletter.createMany({ data: [thematic, ...disciplinary], skipDuplicates: true });
}

/** The discipline's label came, or changed. */
export async function nameSeries(tx: Tx, code: string, label: string): Promise<void> {
  await ensureSeries(tx, [code]);
  await tx.newsletter.update({ where: { id: disciplinarySeries(code) }, data: { title: titleOf(label) } });
}

/** Holds the series' drafts until the transaction ends; always in the same order, so that two writers never wait for each other. */
export async function lockSeries(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`select 1 as one from newsletter where id = any(${[...ids]}) order by id for update`;
}

const titleOf = (label: string) => `Lettre Édu_Num ${label}`;

const slugOf = (code: string) =>
  fold(code)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
