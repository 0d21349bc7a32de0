import type { Command } from "@trame/kit/aggregate";
import { answer, type CommandInput } from "@trame/kit/answer";
import type { Context } from "../context.ts";
import type { Tx } from "../database.ts";
import { pathOf } from "../domain/saved-search.ts";
import type { SavedSearchResolvers } from "../gen/schema.ts";
import * as store from "../store/saved-searches.ts";

/** One command on a search of one's own, with all of them beside it. */
export async function answerSearch(
  ctx: Context,
  { operation, input }: { operation: string; input: CommandInput },
  work: (tx: Tx, command: Command) => Promise<string>,
) {
  const load = (id: string) => store.savedSearch(ctx.db, id);
  const answered = await answer(ctx, { operation, input, as: "savedSearch", load }, work);
  return { ...answered, viewer: ctx.actor.personId ? { id: ctx.actor.personId } : null };
}

export const SavedSearch: SavedSearchResolvers = { path: (saved) => pathOf(saved) };
