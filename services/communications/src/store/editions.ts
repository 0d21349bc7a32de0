import { aggregate, type Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { schedule, unschedule } from "@trame/kit/scheduler";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Edition, EditionFact, Item, Piece } from "../domain/edition.ts";
import * as rules from "../domain/edition.ts";
import { refusals } from "../errors.ts";
import { tellEdition } from "../events.ts";
import { policy } from "../policy.ts";
import { addressOf } from "./addresses.ts";
import { openDraft } from "./drafts.ts";
import { readEditions, toRow, writeItems } from "./edition-rows.ts";
import { keepImage } from "./letter-images.ts";
import { lockSeries } from "./newsletters.ts";
import { recordLetterRelays } from "./relays.ts";

/** Writes editions, as drafts.ts does for what comes by event. Whoever changes one holds its series. */
const editions = (address: (edition: Edition) => string) =>
  aggregate<Tx, Edition, EditionFact>({
    name: "Edition",
    label: "Ce numéro",
    topic: topics.communications,
    async lock(tx, id) {
      const found = await tx.edition.findUnique({ where: { id }, select: { newsletterId: true } });
      if (!found) return null;
      await lockSeries(tx, [found.newsletterId]);
      return (await readEditions(tx, { id }))[0] ?? null;
    },
    async insert(tx, edition) {
      await tx.edition.create({ data: toRow(edition) });
      await writeItems(tx, [{ after: edition }]);
    },
    async update(tx, edition) {
      await tx.edition.update({ where: { id: edition.id }, data: toRow(edition) });
      await writeItems(tx, [{ after: edition }]);
    },
    evolve: rules.evolveEdition,
    tell: (fact, state) => tellEdition(fact, state, address(state)),
  });

/** Inside the house: nobody is told an address. */
const drafts = editions(() => "");

export async function editEdition(
  tx: Tx,
  command: Command,
  id: string,
  text: { title?: string | null; editorial?: string | null },
): Promise<string> {
  policy.demand(command.by, "editEdition");
  await drafts.change(tx, command, id, (edition) => rules.editEdition(edition, text));
  return id;
}

export async function arrangeEdition(tx: Tx, command: Command, id: string, itemIds: readonly string[]) {
  policy.demand(command.by, "arrangeEdition");
  await drafts.change(tx, command, id, (edition) => rules.arrangeEdition(edition, itemIds));
  return id;
}

export interface WrittenPiece extends Omit<Piece, "imageId"> {
  /** A new image, base64; absent, the piece keeps the one that it has. */
  image: string | null;
}

/** What comes from no event (R71): written by the editors, in place among what does. */
export async function writePiece(
  tx: Tx,
  command: Command,
  editionId: string,
  { itemId, image, ...written }: WrittenPiece & { itemId: string | null },
): Promise<string> {
  policy.demand(command.by, "editEdition");
  const imageId = image ? await keepImage(tx, image, command.at) : null;
  await drafts.change(tx, command, editionId, (edition) => {
    const before = edition.items.find(({ id }) => id === itemId);
    if (itemId && !before?.piece) refuse(refusals.foreignItem());
    return rules.writePiece(edition, itemId ?? newId(), {
      ...written,
      imageId: imageId ?? before?.piece?.imageId ?? null,
    });
  });
  return editionId;
}

export async function removePiece(tx: Tx, command: Command, editionId: string, itemId: string): Promise<string> {
  policy.demand(command.by, "editEdition");
  await drafts.change(tx, command, editionId, (edition) => rules.removePiece(edition, itemId));
  return editionId;
}

export const PUBLISH_LATER = "publish-edition";

export async function scheduleEdition(tx: Tx, command: Command, id: string, publishAt: Date): Promise<string> {
  policy.demand(command.by, "publishEdition");
  await drafts.change(tx, command, id, (edition) => rules.scheduleEdition(edition, publishAt, command.at));
  await schedule(tx, { kind: PUBLISH_LATER, key: id, dueAt: publishAt, payload: { by: command.by.personId ?? "" } });
  return id;
}

export async function unscheduleEdition(tx: Tx, command: Command, id: string): Promise<string> {
  policy.demand(command.by, "publishEdition");
  await drafts.change(tx, command, id, (edition) => rules.unscheduleEdition(edition));
  await unschedule(tx, PUBLISH_LATER, id);
  return id;
}

/** Publishes at the edition's address; what was excluded waits in the next draft, still excluded. */
export async function publishEdition(tx: Tx, command: Command, id: string, origin: string): Promise<string> {
  policy.demand(command.by, "publishEdition");
  const row = await tx.edition.findUnique({ where: { id }, select: { newsletterId: true } });
  if (!row) refuse(notFound("Ce numéro"));
  const { slug } = await tx.newsletter.findUniqueOrThrow({ where: { id: row.newsletterId } });
  let excluded: Item[] = [];
  const published = await editions(({ number }) => addressOf(origin, slug, number)).change(
    tx,
    command,
    id,
    (edition) => {
      excluded = edition.items.filter((item) => item.excluded);
      return rules.publishEdition(edition, command.at);
    },
  );
  await recordLetterRelays(tx, command, published);
  if (excluded.length > 0) await openDraft(tx, command, row.newsletterId, excluded);
  return id;
}
