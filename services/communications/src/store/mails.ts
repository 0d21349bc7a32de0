import { PARIS } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import { insertRows } from "@trame/kit/insert-rows";
import { schedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import type { MailContent, MailItem } from "../domain/mail.ts";
import { DIGEST_HOUR, digestAt } from "../domain/notice.ts";
import { type Delivery, kindOf } from "../domain/notice-kinds.ts";
import type { NotificationRow } from "./notices.ts";

/** Each new notification becomes a mail, waits for the daily letter, or does neither, as its person prefers. */
export async function queueNews(tx: Tx, rows: readonly NotificationRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  const chosen = await deliveriesOf(tx, personIds);
  const wanting = (delivery: Delivery) =>
    rows.filter(({ personId, kind }) => (chosen.get(`${personId}/${kind}`) ?? kindOf(kind).byDefault) === delivery);
  const atOnce = wanting("AT_ONCE");
  const daily = wanting("DAILY_DIGEST");
  if (atOnce.length + daily.length === 0) return;
  const habits = await habitsOf(tx, personIds);
  await insertRows(
    tx,
    "mail",
    atOnce.map((row) => ({
      id: mailOf(row.id),
      kind: row.kind,
      personId: row.personId,
      content: single(row, zoneOf(habits, row.personId)),
    })),
  );
  await waitForDigest(tx, daily, habits, now);
}

export const mailOf = (notificationId: string) => stableId("mail", notificationId);

/** A mail about what is settled does not leave any more. */
export async function takeBack(tx: Tx, notificationIds: readonly string[]): Promise<void> {
  await tx.mail.deleteMany({ where: { id: { in: notificationIds.map(mailOf) }, state: "QUEUED" } });
}

async function deliveriesOf(tx: Tx, personIds: string[]): Promise<Map<string, string>> {
  const chosen = await tx.notificationPreference.findMany({ where: { personId: { in: personIds } } });
  return new Map(chosen.map(({ personId, kind, delivery }) => [`${personId}/${kind}`, delivery]));
}

interface Habits {
  hour: number;
  timeZone: string;
}

const usual: Habits = { hour: DIGEST_HOUR, timeZone: PARIS };
const zoneOf = (habits: ReadonlyMap<string, Habits>, personId: string) => habits.get(personId)?.timeZone ?? PARIS;

/** The zone of the person's academy, and the hour that he or she chose. */
async function habitsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, Habits>> {
  const rows = await tx.$queryRaw<{ id: string; hour: number | null; timeZone: string | null }[]>`
    select person.id, digest_hour.hour, academy."timeZone"
      from unnest(${[...personIds]}::text[]) as wanted(id)
      join person on person.id = wanted.id
      left join academy on academy.code = person."academyCode"
      left join digest_hour on digest_hour."personId" = person.id`;
  return new Map(
    rows.map(({ id, hour, timeZone }) => [id, { hour: hour ?? usual.hour, timeZone: timeZone || usual.timeZone }]),
  );
}

async function waitForDigest(tx: Tx, rows: readonly NotificationRow[], habits: Map<string, Habits>, now: Date) {
  const moments = new Map<number, string[]>();
  for (const { id, personId } of rows) {
    const moment = digestAt(now, habits.get(personId) ?? usual).getTime();
    moments.set(moment, [...(moments.get(moment) ?? []), id]);
  }
  // In one order: whoever schedules holds the row until the transaction ends.
  for (const [moment, ids] of [...moments].sort(([a], [b]) => a - b)) {
    const at = new Date(moment);
    await tx.notification.updateMany({ where: { id: { in: ids } }, data: { digestAt: at } });
    await schedule(tx, { kind: "digest", key: at.toISOString(), dueAt: at });
  }
}

const MOST_AT_ONCE = 200;
const MOST_ITEMS = 30;

/** The daily letters of those whose hour has come; true when others are still waiting. */
export async function queueDigests(tx: Tx, at: Date): Promise<boolean> {
  const waiting = await tx.notification.groupBy({
    by: ["personId"],
    where: { digestAt: { lte: at } },
    orderBy: { personId: "asc" },
    take: MOST_AT_ONCE,
  });
  const personIds = waiting.map(({ personId }) => personId);
  const due = { personId: { in: personIds }, digestAt: { lte: at } };
  const rows = await tx.notification.findMany({ where: due, orderBy: [{ issuedAt: "asc" }, { id: "asc" }] });
  const chosen = await deliveriesOf(tx, personIds);
  const habits = await habitsOf(tx, personIds);
  const wanted = rows.filter(
    ({ personId, kind, readAt }) => readAt === null && chosen.get(`${personId}/${kind}`) !== "NONE",
  );
  await tx.mail.createMany({
    data: personIds
      .map((personId) => ({ personId, news: wanted.filter((row) => row.personId === personId) }))
      .filter(({ news }) => news.length > 0)
      .map(({ personId, news }) => ({
        id: stableId("digest", personId, at.toISOString()),
        kind: DIGEST,
        personId,
        content: { ...digest(news, zoneOf(habits, personId)) },
      })),
    skipDuplicates: true,
  });
  await tx.notification.updateMany({ where: due, data: { digestAt: null } });
  return waiting.length === MOST_AT_ONCE;
}

/** Not a kind of the catalogue: the letter that gathers them. */
export const DIGEST = "DIGEST";

const item = ({ title, text, path, dueAt }: NotificationRow): MailItem => ({
  title,
  text,
  path,
  dueAt: dueAt?.toISOString() ?? null,
});

const single = (row: NotificationRow, timeZone: string): MailContent => ({
  subject: row.title,
  items: [item(row)],
  more: 0,
  reason: `Vous recevez ce message parce que vous suivez « ${kindOf(row.kind).label} ».`,
  timeZone,
});

const digest = (news: readonly NotificationRow[], timeZone: string): MailContent => ({
  subject: news.length === 1 ? "Une nouvelle de vos travaux" : `${news.length} nouvelles de vos travaux`,
  items: news.slice(0, MOST_ITEMS).map(item),
  more: Math.max(0, news.length - MOST_ITEMS),
  reason: "Vous recevez une lettre par jour au plus, quand il y a du nouveau.",
  timeZone,
});
