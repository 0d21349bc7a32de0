import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId, stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { shareWatchItem as decide, type WatchItem } from "../domain/watch.ts";
import { policy } from "../policy.ts";
import { authorOf } from "./authors.ts";

export type NewWatchItem = Pick<WatchItem, "themeId" | "title" | "url" | "comment"> & { id?: string };

/** R56: the national group is told, but for whoever shares. */
const toGroup = ({ id, themeId, title, sharedById, sharedAt }: WatchItem) =>
  notice(topics.communications, sharedAt, {
    id: stableId("watch-shared", id),
    kind: "WATCH_SHARED",
    audiences: [{ themeId }],
    exceptPersonIds: [sharedById],
    title: `Veille partagée : ${title}`,
    path: `/espace/themes/${themeId}/veille`,
    about: id,
  });

/** A member shares with the theme's national group (R55, R56). */
export async function shareWatchItem(tx: Tx, command: Command, { id = newId(), ...input }: NewWatchItem) {
  policy.demand(command.by, "shareWatchItem", { themeId: input.themeId });
  const item = decide({ ...input, id, sharedById: authorOf(command), sharedAt: command.at });
  await tx.watchItem.create({ data: item });
  await appendEvents(tx, [toGroup(item)]);
  await audit(tx, { at: command.at, actor: command.by, action: "WatchItemShared", subject: `WatchItem:${id}` });
  return id;
}
