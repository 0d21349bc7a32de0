import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { type NoticeWords, notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";

/** What is told to persons. The same parts of the id are the same notice: it is told once. */
export type Words = Omit<NoticeWords, "id"> & { id: readonly string[] };

/** Asks communications to tell persons something, in the transaction in which it became true. */
export async function issue(tx: Tx, at: Date, { id, ...words }: Words): Promise<void> {
  await appendEvents(tx, [notice(topics.projects, at, { ...words, id: stableId("projects-notice", ...id) })]);
}
