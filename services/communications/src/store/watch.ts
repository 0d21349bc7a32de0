import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId } from "@trame/kit/id";
import type { Tx } from "../database.ts";
import { shareWatchItem as decide, type WatchItem } from "../domain/watch.ts";
import { policy } from "../policy.ts";
import { authorOf } from "./authors.ts";

export type NewWatchItem = Pick<WatchItem, "themeId" | "title" | "url" | "comment"> & { id?: string };

/** A member shares with the theme's national group (R55, R56). */
export async function shareWatchItem(tx: Tx, command: Command, { id = newId(), ...input }: NewWatchItem) {
  policy.demand(command.by, "shareWatchItem", { themeId: input.themeId });
  const item = decide({ ...input, id, sharedById: authorOf(command), sharedAt: command.at });
  await tx.watchItem.create({ data: item });
  await audit(tx, { at: command.at, actor: command.by, action: "WatchItemShared", subject: `WatchItem:${id}` });
  return id;
}
