import { Prisma } from "../gen/prisma/client.ts";

export type ScenarioOrder = "PUBLISHED_DESC" | "TITLE_ASC" | "PROGRESSIVITY_ASC" | "RELEVANCE";

export interface Order {
  keys: Prisma.Sql[];
  /** SQL types in which a cursor's texts are compared. */
  types: Prisma.Sql[];
  direction: "asc" | "desc";
}

/** Where a table keeps what lists are ordered by. */
interface Columns {
  id: Prisma.Sql;
  listed: Prisma.Sql;
  title: Prisma.Sql;
  progressivity: Prisma.Sql;
  /** As a cursor can repeat it. */
  relevance: Prisma.Sql;
}

const text = Prisma.sql`text`;
const instant = Prisma.sql`timestamptz`;

export function orderOf(order: ScenarioOrder, { id, listed, title, progressivity, relevance }: Columns): Order {
  switch (order) {
    case "PUBLISHED_DESC":
      return { keys: [listed, id], types: [instant, text], direction: "desc" };
    case "TITLE_ASC":
      return { keys: [title, id], types: [text, text], direction: "asc" };
    case "PROGRESSIVITY_ASC":
      return { keys: [progressivity, title, id], types: [Prisma.sql`integer`, text, text], direction: "asc" };
    case "RELEVANCE":
      return { keys: [relevance, listed, id], types: [Prisma.sql`numeric`, instant, text], direction: "desc" };
  }
}

export function after({ keys, types, direction }: Order, cursor: string[] | undefined): Prisma.Sql {
  if (cursor?.length !== keys.length) return Prisma.sql`true`;
  const values = cursor.map((value, index) => Prisma.sql`${value}::text::${types[index] ?? text}`);
  const compared = direction === "asc" ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`(${Prisma.join(keys)}) ${compared} (${Prisma.join(values)})`;
}
