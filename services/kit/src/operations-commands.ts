import type { Command } from "./aggregate.ts";
import { audit } from "./audit.ts";
import { type RepublishFrom, republish } from "./outbox.ts";
import { giveUpHead, listParked, type ParkedKey, replayParked } from "./parked.ts";
import { changedMeanwhile, type Refusal, refuse, required } from "./refusal.ts";
import type { Sql } from "./sql.ts";

const notParked: Refusal = {
  kind: "CONFLICT",
  code: "NOT_PARKED",
  message: "Cette clé n'est plus retenue : quelqu'un s'en est occupé, ou le nouvel essai a réussi.",
  field: "key",
};

const onePoint = (field: string): Refusal => ({
  kind: "INVALID",
  code: "ONE_POINT",
  message: "Donnez une date, ou un numéro d'événement, ou demandez tout : l'un des trois.",
  field,
});

/** Returns how many messages will be tried again. */
export async function replay(tx: Sql, { by, at }: Command, place: ParkedKey): Promise<number> {
  const [head] = await listParked(tx, place);
  if (!head) refuse(notParked);
  const count = await replayParked(tx, place);
  const { topic, key } = place;
  const subject = `Event:${head.eventId}`;
  await audit(tx, { at, actor: by, action: "event.replayed", subject, detail: { topic, key, type: head.type, count } });
  return count;
}

/** Returns how many messages were given up: the one that the operator read, or none but a refusal. */
export async function skip(
  tx: Sql,
  { by, at }: Command,
  place: ParkedKey,
  { eventId, reason }: { eventId: string; reason: string },
): Promise<number> {
  if (reason.trim() === "") refuse(required("reason", "Le motif"));
  const head = await giveUpHead(tx, place, { reason: reason.trim(), by, at });
  if (!head) refuse(notParked);
  if (head.eventId !== eventId) refuse({ ...changedMeanwhile(), field: "eventId" });
  return 1;
}

/** All has to be asked for: a date that was left empty must not mean it. */
export interface RepublishOrder extends RepublishFrom {
  everything?: boolean;
  reason: string;
}

/** Returns how many events will leave again. */
export async function republishFrom(
  tx: Sql,
  { by, at }: Command,
  service: string,
  { reason, everything, ...point }: RepublishOrder,
): Promise<number> {
  if (reason.trim() === "") refuse(required("reason", "Le motif"));
  const given = [point.from !== undefined, point.fromSeq !== undefined, everything].filter(Boolean);
  if (given.length !== 1) refuse(onePoint(point.fromSeq === undefined ? "from" : "fromSeq"));
  const count = await republish(tx, point);
  const detail = { from: point.from?.toISOString(), fromSeq: point.fromSeq, count };
  const subject = `Service:${service}`;
  await audit(tx, { at, actor: by, action: "events.republished", subject, detail, reason: reason.trim() });
  return count;
}
