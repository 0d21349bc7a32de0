import type { Actor } from "@trame/kit/actor";
import { announced, type Edition } from "../src/domain/edition.ts";
import { readEditions } from "../src/store/edition-rows.ts";
import { arrangeEdition, editEdition, publishEdition } from "../src/store/editions.ts";
import { editor, type Stage } from "./common.ts";
import { editorialOf, titleOf } from "./editorials.ts";

/** When the editors close an edition, if enough has come since the last one. */
const CLOSINGS = [
  "2019-12-13T10:00:00+01:00",
  "2020-02-07T10:00:00+01:00",
  "2020-03-20T10:00:00+01:00",
  "2020-04-17T10:00:00+02:00",
  "2020-05-07T10:00:00+02:00",
].map((text) => new Date(text));

const ENOUGH = 3;
const AT_MOST = 4;

/**
 * Publishes past editions by the editors' own commands. All publications are queued by now: at each closing what came
 * later is excluded, waits in the next draft, and is taken back there, so that no edition knows the future.
 */
export async function editions(demo: Stage): Promise<void> {
  const by = await editor(demo);
  const series = await demo.db.newsletter.findMany({ orderBy: { slug: "asc" } });
  let count = 0;
  await demo.each("Séries de la lettre", series, async ({ id, title }) => {
    count += await publishPast(demo, by, id, title);
    await restoreDraft(demo, by, id);
  });
  demo.say(`Numéros publiés : ${count}`);
}

async function publishPast(demo: Stage, by: Actor, newsletterId: string, series: string): Promise<number> {
  const done = await readEditions(demo.db, { newsletterId, state: "PUBLISHED" });
  const last = done.reduce((latest, { publishedAt }) => Math.max(latest, publishedAt?.getTime() ?? 0), 0);
  let published = done.length;
  for (const at of CLOSINGS.filter((closing) => closing.getTime() > last)) {
    const draft = await draftOf(demo, newsletterId);
    if (!draft || published >= AT_MOST) break;
    const itemIds = await itemsBefore(demo, draft, at);
    if (itemIds.length < ENOUGH) continue;
    const text = { title: titleOf(series, published, at), editorial: editorialOf(series, itemIds.length, at) };
    await demo.commit(by, at, async (tx, command) => {
      await editEdition(tx, command, draft.id, text);
      await arrangeEdition(tx, command, draft.id, itemIds);
      await publishEdition(tx, command, draft.id, demo.origin);
    });
    published++;
  }
  return published - done.length;
}

/** Everything that is left is kept in the current draft, oldest first. */
async function restoreDraft(demo: Stage, by: Actor, newsletterId: string): Promise<void> {
  const draft = await draftOf(demo, newsletterId);
  if (!draft || draft.items.every(({ excluded }) => !excluded)) return;
  const now = new Date("2020-05-15T16:00:00+02:00");
  const itemIds = await itemsBefore(demo, draft, new Date("2100-01-01T00:00:00Z"));
  await demo.commit(by, now, (tx, command) => arrangeEdition(tx, command, draft.id, itemIds));
}

async function draftOf({ db }: Stage, newsletterId: string): Promise<Edition | undefined> {
  return (await readEditions(db, { draftOf: newsletterId }))[0];
}

async function itemsBefore({ db }: Stage, { items }: Edition, at: Date): Promise<string[]> {
  const ids = announced(items);
  const rows = await db.publication.findMany({
    where: { id: { in: ids }, publishedAt: { lte: at } },
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const itemOf = new Map(items.map((item) => [item.publicationId, item.id]));
  return rows.flatMap(({ id }) => itemOf.get(id) ?? []);
}
