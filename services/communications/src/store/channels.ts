import type { Tx } from "../database.ts";

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
