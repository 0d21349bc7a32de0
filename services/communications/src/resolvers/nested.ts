import { type PageArgs, pageOf, toConnection } from "@trame/kit/connection";

/** A page of a list that was loaded whole for its parent: a series' editions. */
export function nested<T extends { id: string }>(all: readonly T[], args: PageArgs) {
  const page = pageOf(args);
  const [after] = page.after ?? [];
  const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  return toConnection(all.slice(from, from + page.size + 1), page, {
    keys: ({ id }) => [id],
    totalCount: () => all.length,
  });
}
