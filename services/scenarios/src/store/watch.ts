import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notice, settled } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Db, Tx } from "../database.ts";
import type { Visit } from "../domain/address.ts";
import { afterVisit, type Turn, type Watch, watchOf } from "../domain/watch.ts";

/** One published scenario whose address is to be visited now. */
export interface Watched {
  scenarioId: string;
  title: string;
  url: string;
  watch: Watch;
}

type ClaimedRow = Watch & Pick<Watched, "scenarioId" | "title"> & { current: string };

/** How long a replica has for one visit before another may take it. */
const LEASE_MS = 10 * 60 * 1000;

/** Takes up what has been published and is not watched yet. */
export const startWatching = (db: Db): Promise<number> => db.$executeRaw`
  insert into address_watch ("scenarioId", url, "nextAt")
  select id, "openAddress"->>'url', "publishedAt" + interval '7 days' from scenario s
   where state = 'PUBLISHED' and "openAddress" is not null
     and not exists (select from address_watch w where w."scenarioId" = s.id)
  on conflict do nothing`;

/** The address that has waited longest, for this replica alone; null when none is due. */
export async function claimWatched(db: Db, at: Date): Promise<Watched | null> {
  const lease = new Date(at.getTime() + LEASE_MS);
  const [row] = await db.$queryRaw<ClaimedRow[]>`
    update address_watch w set "nextAt" = ${lease}
      from scenario s
     where s.id = w."scenarioId" and w."scenarioId" = (
             select a."scenarioId" from address_watch a join scenario p on p.id = a."scenarioId"
              where a."nextAt" <= ${at} and p.state = 'PUBLISHED' and p."openAddress" is not null
              order by a."nextAt" limit 1 for update of a skip locked)
    returning w.*, s.title, s."openAddress"->>'url' as current`;
  if (!row) return null;
  const { scenarioId, title, current, ...watch } = row;
  // Another address was given since: what is known of the former says nothing of it.
  return { scenarioId, title, url: current, watch: watch.url === current ? watch : watchOf(current, at) };
}

/** Keeps what a visit found, and tells the authors and the référent when the address breaks or opens again. */
export async function recordVisit(tx: Tx, { scenarioId, watch: before }: Watched, visit: Visit, at: Date) {
  const { watch, turn } = afterVisit(before, visit, at);
  await tx.addressWatch.update({ where: { scenarioId }, data: watch });
  if (turn) await tell(tx, scenarioId, turn, turn === "BROKE" ? watch : before, at);
  return turn;
}

async function tell(tx: Tx, id: string, turn: NonNullable<Turn>, { url, detail, failingSince }: Watch, at: Date) {
  const broken = stableId("open-address-broken", id, url, failingSince?.toISOString() ?? "");
  const { title, authors, themeId, academyCode } = await tx.scenario.findUniqueOrThrow({ where: { id } });
  const told = {
    kind: "TASK",
    personIds: (authors as { personId: string }[]).map(({ personId }) => personId),
    audiences: [{ role: "REFERENT", themeId, academyCode }],
    path: `/espace/scenarios/${id}#openAddress`,
    about: id,
  };
  if (turn === "BROKE") {
    const text = `« ${title} » : ${detail}\n\n${url}\n\nRétablissez la page, ou donnez une autre adresse.`;
    const words = { ...told, id: broken, title: "L'adresse d'un scénario publié ne s'ouvre plus", text };
    return appendEvents(tx, [notice(topics.scenarios, at, words)]);
  }
  const mended = stableId("open-address-mended", id, url, at.toISOString());
  const words = {
    ...told,
    id: mended,
    title: "L'adresse d'un scénario s'ouvre de nouveau",
    text: `« ${title} »\n\n${url}`,
  };
  return appendEvents(tx, [settled(topics.scenarios, at, broken), notice(topics.scenarios, at, words)]);
}
