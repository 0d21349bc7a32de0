import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId } from "@trame/kit/id";
import { notFound, refuse, refuseAll } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { labelled, present } from "../domain/texts.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";

export interface NewChannel {
  id: string;
  network: string;
  handle: string;
  kind: "DISCIPLINARY" | "TRANSVERSAL" | "ACADEMIC_SITE" | "OTHER";
  disciplineCode: string | null;
  label: string | null;
}

/** An account or site that relays (R73, R74); an open list. */
export async function recordChannel(tx: Tx, channel: NewChannel): Promise<void> {
  await tx.channel.upsert({ where: { id: channel.id }, create: channel, update: channel });
}

/** By the editors: a new one, or what is known of one is put right. */
export async function saveChannel(
  tx: Tx,
  command: Command,
  { id, ...written }: Omit<NewChannel, "id"> & { id: string | null },
): Promise<string> {
  policy.demand(command.by, "keepChannels");
  const { network, handle, kind, disciplineCode, label } = written;
  if (id && !(await tx.channel.findUnique({ where: { id } }))) refuse(notFound("Ce canal", "channelId"));
  const same = await tx.channel.findUnique({ where: { network_handle: { network, handle } } });
  const discipline = disciplineCode && (await tx.discipline.findUnique({ where: { code: disciplineCode } }));
  refuseAll([
    ...present(network, "network", "Le réseau", "R73"),
    ...present(handle, "handle", "Le compte ou l'adresse", "R73"),
    ...(kind === "DISCIPLINARY" && !discipline ? [refusals.channelNeedsDiscipline()] : []),
    ...labelled(kind === "TRANSVERSAL" ? "OTHER" : kind, label, {
      ...{ field: "label", what: "Un canal", requirement: "R74" },
    }),
    ...(same && same.id !== id ? [refusals.channelTwice()] : []),
  ]);
  const channelId = id ?? newId();
  await recordChannel(tx, { id: channelId, ...written });
  await audit(tx, { at: command.at, actor: command.by, action: "ChannelSaved", subject: `Channel:${channelId}` });
  return channelId;
}
