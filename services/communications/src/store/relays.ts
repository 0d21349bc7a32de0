import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId, stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notFound, refuse, refuseAll } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { announced, type Edition } from "../domain/edition.ts";
import { webAddress } from "../domain/texts.ts";
import { refusals } from "../errors.ts";
import { tellRelay } from "../events.ts";
import { policy } from "../policy.ts";

/** What a person says of a relay by an account or a site. */
export interface ChannelRelay {
  id?: string;
  publicationId: string;
  channelId: string;
  url: string | null;
}

/** A channel relayed a publication (R73): who, when, where. */
export async function recordRelay(tx: Tx, command: Command, relay: ChannelRelay): Promise<string> {
  policy.demand(command.by, "recordRelay");
  const { publicationId, channelId, url, id = newId() } = relay;
  const publication = await tx.publication.findUnique({ where: { id: publicationId }, select: { state: true } });
  if (!publication) refuse(notFound("Cette publication", "publicationId"));
  if (!(await tx.channel.findUnique({ where: { id: channelId } }))) refuse(notFound("Ce canal", "channelId"));
  refuseAll([
    ...(publication.state === "WITHDRAWN" ? [refusals.withdrawn()] : []),
    ...(url ? webAddress(url, "url") : []),
  ]);
  await enterRelay(tx, command, { id, publicationId, channelId, url, byId: command.by.personId ?? null });
  return publicationId;
}

/** Told and written in the trail. */
export async function enterRelay(
  tx: Tx,
  { at, by }: Command,
  { id, publicationId, channelId, url, byId }: Required<ChannelRelay> & { byId: string | null },
): Promise<void> {
  await tx.relay.create({ data: { id, publicationId, channelId, editionId: null, byId, at, url } });
  const told = tellRelay({ publicationId, channelId, editionId: null });
  const actorId = byId ?? undefined;
  await appendEvents(tx, [{ ...told, topic: topics.communications, key: id, version: 1, at, actorId }]);
  await audit(tx, { at, actor: by, action: "RelayRecorded", subject: `Relay:${id}` });
}

/** A published edition relays each of its items; EditionPublished tells it for all of them. */
export async function recordLetterRelays(tx: Tx, { by, at }: Command, { id, items }: Edition): Promise<void> {
  const data = announced(items).map((publicationId) => ({
    id: stableId("relay", id, publicationId),
    publicationId,
    channelId: null,
    editionId: id,
    byId: by.personId ?? null,
    at,
    url: null,
  }));
  await tx.relay.createMany({ data, skipDuplicates: true });
}
