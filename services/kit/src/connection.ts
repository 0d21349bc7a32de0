import { refuse } from "./refusal.ts";

/** Arguments of every list. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

export const MAX_PAGE = 100;

/** What a store reads: one row more than the page, after the keys of the cursor. */
export interface Page {
  size: number;
  /** Sort keys of the last row of the page before, the id last. */
  after?: string[];
}

export function pageOf({ first, after }: PageArgs): Page {
  const size = first ?? 20;
  if (size < 0 || size > MAX_PAGE) {
    refuse({
      kind: "INVALID",
      code: "PAGE_TOO_LARGE",
      message: `« first » va de 0 à ${MAX_PAGE}.`,
      field: "first",
    });
  }
  return { size, after: after ? decodeCursor(after) : undefined };
}

export const encodeCursor = (keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys)).toString("base64url");

function decodeCursor(cursor: string): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(keys) && keys.every((key) => typeof key === "string")) return keys;
  } catch {
    // Falls through to the refusal.
  }
  refuse({
    kind: "INVALID",
    code: "BAD_CURSOR",
    message: "Ce curseur de pagination n'est pas valable.",
    field: "after",
  });
}

/** Rows, at most one more than the page, become a Relay connection. The total is counted only when it is asked for. */
export function toConnection<T>(
  rows: readonly T[],
  page: Page,
  { keys, totalCount }: { keys: (row: T) => string[]; totalCount: () => Promise<number> | number },
) {
  const nodes = rows.slice(0, page.size);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(keys(node)) }));
  return {
    edges,
    nodes,
    // GraphQL calls a function that stands in a field's place.
    totalCount: totalCount as unknown as number,
    pageInfo: {
      hasNextPage: rows.length > page.size,
      hasPreviousPage: page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A page of a list that was loaded whole for its parent, where it is known to be short. */
export function nested<T extends { id: string }>(all: readonly T[], args: PageArgs) {
  const page = pageOf(args);
  const [after] = page.after ?? [];
  const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  return toConnection(all.slice(from, from + page.size + 1), page, {
    keys: ({ id }) => [id],
    totalCount: () => all.length,
  });
}

/** One column of a list's order. */
export interface SortKey {
  column: string;
  direction: "asc" | "desc";
  /** Reads a cursor's text back into the column's type. */
  parse?: (text: string) => unknown;
}

/** Prisma's `where` for the rows after a cursor; the last key must be unique. */
export function afterCursor(order: readonly SortKey[], after: readonly string[] | undefined): object {
  if (!after) return {};
  if (after.length !== order.length) {
    refuse({ kind: "INVALID", code: "BAD_CURSOR", message: "Ce curseur vient d'une autre liste.", field: "after" });
  }
  const value = (index: number) => {
    const text = after[index] ?? "";
    return order[index]?.parse?.(text) ?? text;
  };
  return {
    OR: order.map(({ column, direction }, index) => ({
      ...Object.fromEntries(order.slice(0, index).map((key, before) => [key.column, value(before)])),
      [column]: direction === "asc" ? { gt: value(index) } : { lt: value(index) },
    })),
  };
}

/** Prisma's `orderBy` for the same order. */
export const orderBy = (order: readonly SortKey[]) => order.map(({ column, direction }) => ({ [column]: direction }));
