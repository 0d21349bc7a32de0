import type { Command } from "@trame/kit/aggregate";
import { answerEach, type CommandInput } from "@trame/kit/answer";
import { MAX_PAGE } from "@trame/kit/connection";
import type { Refusal } from "@trame/kit/refusal";
import type { Context } from "../context.ts";
import type { Tx } from "../database.ts";
import { refusals } from "../errors.ts";

/** A bulk command takes no more than a page of a list. */
const tooMany = (ids: readonly string[], field: string): Refusal[] =>
  ids.length > MAX_PAGE ? [refusals.tooManyAtOnce(MAX_PAGE, field)] : [];

/** One command for each of several instalments, and what each answers with. */
export async function onInstalments(
  ctx: Context,
  operation: string,
  input: CommandInput & { instalmentIds: readonly string[] },
  work: (tx: Tx, command: Command, id: string) => Promise<string>,
) {
  const errors = tooMany(input.instalmentIds, "instalmentIds");
  if (errors.length > 0) return { results: [], errors };
  const load = (id: string) => ctx.load.instalment.load(id);
  const results = await answerEach(ctx, { operation, input, as: "instalment", load }, input.instalmentIds, work);
  return { results, errors };
}
