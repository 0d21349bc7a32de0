import type { Command } from "@trame/kit/aggregate";
import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { Refusals } from "@trame/kit/refusal";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { publishEdition } from "./editions.ts";
import { sendEdition } from "./sendings.ts";

interface Scheduled {
  id: string;
  /** Who scheduled it. */
  askedBy: string;
  origin: string;
}

/** Its hour has come: published and sent. What stands against it meanwhile is told to whoever scheduled it. */
export async function publishScheduled(tx: Tx, command: Command, { id, askedBy, origin }: Scheduled): Promise<void> {
  const edition = await tx.edition.findUnique({ where: { id } });
  if (edition?.state !== "DRAFT" || !edition.scheduledAt) return;
  try {
    await publishEdition(tx, command, id, origin);
  } catch (error) {
    // A rule refuses before anything is written.
    if (!(error instanceof Refusals)) throw error;
    await tx.edition.update({ where: { id }, data: { scheduledAt: null } });
    await appendEvents(tx, [
      notice(topics.communications, command.at, {
        id: stableId("letter-held-up", id, edition.scheduledAt.toISOString()),
        kind: "LETTER_HELD_UP",
        personIds: askedBy ? [askedBy] : [],
        audiences: [{ role: "EDITOR" }],
        title: `Le numéro ${edition.number} n'a pas paru`,
        text: error.refusals.map(({ message }) => message).join(" "),
        path: `/espace/lettres/${id}`,
        about: id,
      }),
    ]);
    return;
  }
  await sendEdition(tx, command, id);
}
