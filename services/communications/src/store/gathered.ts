import { addDays, dayIn, instantIn } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import { schedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import type { MailContent } from "../domain/mail.ts";
import { addressOf } from "./addresses.ts";
import { GATHERED } from "./subscribers.ts";

export const GATHERING = "letter-gathering";
const HOUR = "08:00";

/** The next Monday, or the next first of a month, at eight in Paris. */
export function nextGathering(now: Date, frequency: "WEEKLY" | "MONTHLY"): Date {
  for (let day = addDays(dayIn(now), 1); ; day = addDays(day, 1)) {
    const at = new Date(`${day}T12:00:00Z`);
    if (frequency === "WEEKLY" ? at.getUTCDay() === 1 : at.getUTCDate() === 1) return instantIn(day, HOUR);
  }
}

export async function scheduleGatherings(tx: Tx, now: Date): Promise<void> {
  for (const key of ["WEEKLY", "MONTHLY"] as const) {
    await schedule(tx, { kind: GATHERING, key, dueAt: nextGathering(now, key) });
  }
}

const AT_ONCE = 500;
const MOST_EDITIONS = 20;

/**
 * One mail to each reader who wants the letter gathered, of the editions published since the last one. True when other
 * readers wait. The readers of one call are marked with what they are sent.
 */
export async function gather(tx: Tx, frequency: string, at: Date): Promise<boolean> {
  const readers = await tx.subscriber.findMany({
    where: { state: "CONFIRMED", frequency, OR: [{ digestedAt: null }, { digestedAt: { lt: at } }] },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  if (readers.length === 0) return false;
  const since = new Date(Math.min(...readers.map((reader) => (reader.digestedAt ?? at).getTime())));
  const editions = await tx.edition.findMany({
    where: { state: "PUBLISHED", publishedAt: { gt: since, lte: at } },
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
  });
  const series = new Map((await tx.newsletter.findMany()).map((one) => [one.id, one]));
  const mails = readers.flatMap((reader) => {
    const from = reader.digestedAt ?? at;
    const wanted = editions.filter(
      ({ publishedAt, newsletterId }) =>
        publishedAt &&
        publishedAt > from &&
        (reader.newsletterIds.length === 0 || reader.newsletterIds.includes(newsletterId)),
    );
    if (wanted.length === 0) return [];
    const items = wanted.slice(-MOST_EDITIONS).map(({ newsletterId, number, title }) => {
      const { title: name = "", slug = "" } = series.get(newsletterId) ?? {};
      return {
        title: `${name} n° ${number} : ${title}`,
        text: "",
        path: addressOf("", slug, number),
        action: "Lire",
        dueAt: null,
      };
    });
    const content: MailContent = {
      subject: items.length === 1 ? (items[0]?.title ?? "") : `${items.length} lettres Édu_Num`,
      items,
      more: 0,
      reason: "Vous avez demandé à recevoir la lettre Édu_Num regroupée.",
      timeZone: "Europe/Paris",
    };
    const id = stableId("letter-gathered", reader.id, at.toISOString());
    return [
      { id, kind: GATHERED, address: reader.email, subscriberId: reader.id, bulk: true, content: { ...content } },
    ];
  });
  await tx.mail.createMany({ data: mails, skipDuplicates: true });
  await tx.subscriber.updateMany({ where: { id: { in: readers.map(({ id }) => id) } }, data: { digestedAt: at } });
  return readers.length === AT_ONCE;
}
