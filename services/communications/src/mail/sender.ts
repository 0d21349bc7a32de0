import type { Running } from "@trame/kit/event-log";
import type { Logger } from "@trame/kit/log";
import { startLoop } from "@trame/kit/loop";
import type { Db } from "../database.ts";
import type { Outcome } from "../domain/mail.ts";
import { type Claimed, claimMails, findUncertain, putBack, recordOutcome } from "../store/mail-queue.ts";
import { compose, type Letters, type Sender } from "./compose.ts";
import { createLetters } from "./letters.ts";
import { Line, Unreachable } from "./smtp.ts";

export interface SenderOptions {
  db: Db;
  smtpUrl: string;
  sender: Sender;
  logger: Logger;
  /** Connections, hence mails marked at a time. */
  lines?: number;
  pollMs?: number;
  /** After how long a marked mail is given up as uncertain: longer than any sending lasts. */
  leaseMs?: number;
}

/** Sends what is queued, any number of replicas, each mail by one of them. */
export function startSender(options: SenderOptions): Running {
  const { db, logger, pollMs = 1000, leaseMs = 300_000 } = options;
  const letters = createLetters(db, options.sender.origin);
  const lines = Array.from({ length: options.lines ?? 5 }, () => new Line(options.smtpUrl));
  const loop = startLoop({
    pollMs,
    logger,
    work: async (running) => {
      const uncertain = await findUncertain(db, leaseMs);
      if (uncertain > 0) logger.error({ uncertain }, "mails may or may not have left");
      try {
        while (running() && (await sendSome(options, lines, letters))) {
          // Until nothing is queued.
        }
      } finally {
        for (const line of lines) line.close();
      }
    },
  });
  return { stop: () => loop.stop() };
}

/** One mail a line; false when there was none. Rejects when the server cannot be reached, and then all wait. */
async function sendSome(options: SenderOptions, lines: readonly Line[], letters: Letters): Promise<boolean> {
  const mails = await claimMails(options.db, lines.length);
  const results = await Promise.allSettled(
    mails.map((mail, index) => sendOne(options, mail, lines[index] as Line, letters)),
  );
  for (const result of results) if (result.status === "rejected") throw result.reason;
  return mails.length > 0;
}

async function sendOne(
  { db, sender, logger }: SenderOptions,
  mail: Claimed,
  line: Line,
  letters: Letters,
): Promise<void> {
  if (!mail.address) {
    await recordOutcome(db, mail, { type: "later", answer: "La personne n'a pas d'adresse connue." });
    return;
  }
  try {
    const message = await compose(mail, mail.address, sender, letters);
    const outcome: Outcome = message
      ? await line.send(message)
      : { type: "refused", answer: "Le numéro n'existe plus." };
    await recordOutcome(db, mail, outcome);
    if (outcome.type !== "sent") logger.warn({ mail: mail.id, outcome }, "a mail was not sent");
  } catch (error) {
    if (error instanceof Unreachable) await putBack(db, mail);
    throw error;
  }
}
