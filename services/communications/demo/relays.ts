import { roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { recordRelay } from "../src/store/relays.ts";
import { editor, type Stage } from "./common.ts";

const HOUR = 3_600_000;
const LAST = new Date("2020-05-17T18:00:00+02:00").getTime();

/** About two publications in three were relayed by an account of their discipline, some by a transversal one (R73). */
export async function relays(demo: Stage): Promise<void> {
  const by = await editor(demo);
  const channels = await demo.db.channel.findMany();
  const general = channels.filter(({ disciplineCode }) => disciplineCode === null);
  const publications = await demo.db.publication.findMany({
    where: { state: "PUBLISHED", publishedAt: { lt: new Date(LAST) } },
    orderBy: { id: "asc" },
  });
  const relayed = publications.filter(({ id }) => roll(100, id, "relay") < 66);
  await demo.each("Relais par les comptes", relayed, async ({ id: publicationId, disciplineCodes, publishedAt }) => {
    const own = channels.filter(({ disciplineCode }) => disciplineCode && disciplineCodes.includes(disciplineCode));
    const wide = general.filter((_, index) => roll(100, publicationId, index) < 15);
    for (const { id: channelId, network } of [...own, ...wide]) {
      const id = stableId("demo-relay", publicationId, channelId);
      if (await demo.db.relay.findUnique({ where: { id }, select: { id: true } })) continue;
      const at = new Date(Math.min(publishedAt.getTime() + (2 + roll(72, id)) * HOUR, LAST));
      const url = network === "Site" ? null : `https://${network.toLowerCase()}.example/${id.slice(0, 8)}`;
      await demo.commit(by, at, (tx, command) => recordRelay(tx, command, { id, publicationId, channelId, url }));
    }
  });
}
