import type { Command } from "@trame/kit/aggregate";
import { refuseAll } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { DIGEST_HOUR } from "../domain/notice.ts";
import { type Delivery, NOTICE_KINDS } from "../domain/notice-kinds.ts";
import { refusals } from "../errors.ts";
import { authorOf } from "./authors.ts";
import { DIGEST } from "./mails.ts";

type Reading = Pick<Tx, "notificationPreference" | "digestHour">;

/** The whole catalogue, with what the person chose. */
export async function preferencesOf(db: Reading, personId: string) {
  const rows = await db.notificationPreference.findMany({ where: { personId } });
  const chosen = new Map(rows.map(({ kind, delivery }) => [kind, delivery as Delivery]));
  return NOTICE_KINDS.map(({ code, label, byDefault }) => ({
    kind: code,
    label,
    byDefault,
    delivery: chosen.get(code) ?? byDefault,
  }));
}

export const digestHourOf = async (db: Reading, personId: string): Promise<number> =>
  (await db.digestHour.findUnique({ where: { personId } }))?.hour ?? DIGEST_HOUR;

export interface Choices {
  preferences: readonly { kind: string; delivery: Delivery }[];
  digestHour: number | null;
}

/** Each person, for himself or herself. */
export async function setPreferences(tx: Tx, command: Command, { preferences, digestHour }: Choices): Promise<string> {
  const personId = authorOf(command);
  const unknown = preferences.findIndex(({ kind }) => !NOTICE_KINDS.some(({ code }) => code === kind));
  refuseAll([
    ...(unknown >= 0 ? [refusals.unknownKind(`preferences.${unknown}.kind`)] : []),
    ...(digestHour !== null && (digestHour < 0 || digestHour > 23) ? [refusals.hourOutOfDay()] : []),
  ]);
  await choose(tx, personId, preferences);
  if (digestHour !== null) {
    await tx.digestHour.upsert({
      where: { personId },
      create: { personId, hour: digestHour },
      update: { hour: digestHour },
    });
  }
  return personId;
}

async function choose(tx: Tx, personId: string, preferences: Choices["preferences"]): Promise<void> {
  const kinds = preferences.map(({ kind }) => kind);
  await tx.notificationPreference.deleteMany({ where: { personId, kind: { in: kinds } } });
  await tx.notificationPreference.createMany({
    data: preferences.map(({ kind, delivery }) => ({ personId, kind, delivery })),
  });
}

/** Whose mails, and of which kind, a token stops. */
export const readToken = (tx: Pick<Tx, "unsubscribeToken">, token: string) =>
  tx.unsubscribeToken.findUnique({ where: { token } });

/** What is written at once comes no more; the daily letter stops with all that it would gather. */
export async function stopMails(tx: Tx, { personId, kind }: { personId: string; kind: string }): Promise<void> {
  await tx.mail.deleteMany({ where: { personId, kind, state: "QUEUED" } });
  if (kind !== DIGEST) return choose(tx, personId, [{ kind, delivery: "NONE" }]);
  const daily = (await preferencesOf(tx, personId)).filter(({ delivery }) => delivery === "DAILY_DIGEST");
  await choose(
    tx,
    personId,
    daily.map(({ kind: code }) => ({ kind: code, delivery: "NONE" })),
  );
}

/** Undone: back to what the catalogue says. */
export async function resumeMails(tx: Tx, { personId, kind }: { personId: string; kind: string }): Promise<void> {
  const kinds = kind === DIGEST ? NOTICE_KINDS.filter(isDaily).map(({ code }) => code) : [kind];
  await tx.notificationPreference.deleteMany({ where: { personId, kind: { in: kinds }, delivery: "NONE" } });
}

const isDaily = ({ byDefault }: { byDefault: Delivery }) => byDefault === "DAILY_DIGEST";
