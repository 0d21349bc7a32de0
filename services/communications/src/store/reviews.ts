import { aggregate, type Command } from "@trame/kit/aggregate";
import { stableId } from "@trame/kit/id";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import * as rules from "../domain/reviews.ts";
import { tellLiterature, tellPriorWork } from "../events.ts";
import type { PriorWorkReview as PriorWorkRow } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { authorOf } from "./authors.ts";

const priorWork = aggregate<Tx, rules.PriorWorkReview, rules.PriorWorkReviewFact>({
  name: "PriorWorkReview",
  label: "Cette revue",
  topic: topics.communications,
  async lock(tx, id) {
    await holdReview(tx, id);
    const row = await tx.priorWorkReview.findUnique({ where: { id } });
    return row && toPriorWork(row);
  },
  insert: async (tx, state) => void (await tx.priorWorkReview.create({ data: toRow(state) })),
  update: async (tx, state) => void (await tx.priorWorkReview.update({ where: { id: state.id }, data: toRow(state) })),
  evolve: (before, { review }) => ({ ...review, version: before?.version ?? 0 }),
  tell: (_, state) => tellPriorWork(state),
});

const literature = aggregate<Tx, rules.LiteratureReview, rules.LiteratureReviewFact>({
  name: "LiteratureReview",
  label: "Cette revue",
  topic: topics.communications,
  async lock(tx, id) {
    await holdReview(tx, id);
    return tx.literatureReview.findUnique({ where: { id } });
  },
  insert: async (tx, state) => void (await tx.literatureReview.create({ data: state })),
  update: async (tx, state) => void (await tx.literatureReview.update({ where: { id: state.id }, data: state })),
  evolve: (before, { review }) => ({ ...review, version: before?.version ?? 0 }),
  tell: (_, state) => tellLiterature(state),
});

/** By the theme's expert only (R51). A later recording replaces the first. */
export async function recordPriorWorkReview(
  tx: Tx,
  command: Command,
  { themeId, ...review }: { themeId: string; text: string; sources: rules.ReviewSource[] },
): Promise<string> {
  policy.demand(command.by, "recordPriorWorkReview", { themeId });
  const id = stableId("prior-work-review", themeId);
  const recorded = { id, themeId, ...review, authorId: authorOf(command), recordedAt: command.at };
  const decide = () => rules.recordPriorWork(recorded);
  const there = await tx.priorWorkReview.count({ where: { id } });
  await (there > 0 ? priorWork.change(tx, command, id, decide) : priorWork.changeOrCreate(tx, command, id, decide));
  return id;
}

/** The same for the literature (R54). */
export async function recordLiteratureReview(
  tx: Tx,
  command: Command,
  { themeId, ...review }: { themeId: string; text: string; references: string[] },
): Promise<string> {
  policy.demand(command.by, "recordLiteratureReview", { themeId });
  const id = stableId("literature-review", themeId);
  const recorded = { id, themeId, ...review, authorId: authorOf(command), recordedAt: command.at };
  const decide = () => rules.recordLiterature(recorded);
  const there = await tx.literatureReview.count({ where: { id } });
  await (there > 0 ? literature.change(tx, command, id, decide) : literature.changeOrCreate(tx, command, id, decide));
  return id;
}

export const toPriorWork = ({ sources, ...row }: PriorWorkRow): rules.PriorWorkReview => ({
  ...row,
  sources: sources as unknown as rules.ReviewSource[],
});

const toRow = ({ sources, ...review }: rules.PriorWorkReview) => ({
  ...review,
  sources: sources.map((source) => ({ ...source })),
});

/** Both experts of a pair may record the first review at once: there is no row to lock yet. */
async function holdReview(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${id}, 0))::text as held`;
}
