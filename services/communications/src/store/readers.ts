import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import { dayIn } from "@trame/kit/day";
import type { Db } from "../database.ts";
import { FUNCTION_OF_ROLE, FUNCTIONS, type LetterFunction } from "../domain/subscriber.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { LETTER } from "./sendings.ts";

const NEWEST: SortKey[] = [
  { column: "requestedAt", direction: "desc", parse: (text) => new Date(text) },
  { column: "id", direction: "desc" },
];

export interface ReaderQuery {
  states?: readonly string[] | null;
  function?: string | null;
  search?: string | null;
}

export async function listReaders(db: Db, { states, function: chosen, search }: ReaderQuery, page: Page) {
  const where: Prisma.SubscriberWhereInput = {
    ...(states && { state: { in: [...states] } }),
    ...(chosen && { function: chosen }),
    ...(search?.trim() && { email: { contains: search.trim().toLowerCase() } }),
  };
  const rows = await db.subscriber.findMany({
    where: { AND: [where, afterCursor(NEWEST, page.after)] },
    orderBy: orderBy(NEWEST),
    take: page.size + 1,
  });
  return toConnection(rows, page, {
    keys: ({ requestedAt, id }) => [requestedAt.toISOString(), id],
    totalCount: () => db.subscriber.count({ where }),
  });
}

export interface LetterAudience {
  function: LetterFunction;
  requirement: string;
  confirmed: number;
  pending: number;
  byMandate: number;
}

/** Everybody whom the letter is meant for (R75 to R81), each person once by function. */
export async function audiences(db: Db, at: Date): Promise<LetterAudience[]> {
  const today = dayIn(at);
  const read = await db.$queryRaw<{ function: string; confirmed: number; pending: number }[]>`
    select function, (count(*) filter (where state = 'CONFIRMED'))::integer as confirmed,
           (count(*) filter (where state = 'PENDING'))::integer as pending
      from subscriber group by 1`;
  const held = await db.$queryRaw<{ role: string; personId: string }[]>`
    select distinct mandate.role, mandate."personId"
      from mandate join person on person.id = mandate."personId" and person.email is not null
     where mandate.role = any(${Object.keys(FUNCTION_OF_ROLE)})
       and mandate."startsOn" <= ${today} and (mandate."endsOn" is null or mandate."endsOn" >= ${today})
       and not exists (select from subscriber where subscriber.email = lower(person.email))
       and not exists (select from notification_preference choice
                        where choice."personId" = person.id and choice.kind = ${LETTER} and choice.delivery = 'NONE')`;
  const counted = new Map(read.map((row) => [row.function, row]));
  return FUNCTIONS.map(({ code, requirement }) => ({
    function: code,
    requirement,
    confirmed: counted.get(code)?.confirmed ?? 0,
    pending: counted.get(code)?.pending ?? 0,
    byMandate: new Set(held.filter(({ role }) => FUNCTION_OF_ROLE[role] === code).map(({ personId }) => personId)).size,
  }));
}
