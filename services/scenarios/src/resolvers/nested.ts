import { type PageArgs, pageOf, toConnection } from "@trame/kit/connection";
import type { Context } from "../context.ts";
import type { Parent } from "../store/nested.ts";

/** A page of the scenarios of a theme, a project, an academy…, read for all the parents of the level at once. */
export async function scenariosOf({ load }: Context, parent: Parent, keys: readonly string[], args: PageArgs) {
  const page = pageOf(args);
  const { rows, count } = load.scenariosOf[parent];
  return toConnection(await rows.load({ keys, page }), page, {
    keys: ({ id, publishedAt, draftedAt }) => [(publishedAt ?? draftedAt).toISOString(), id],
    totalCount: () => count.load(keys.join(",")),
  });
}
