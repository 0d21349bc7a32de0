import type { Command } from "@trame/kit/aggregate";
import { answer, type CommandInput } from "@trame/kit/answer";
import { type Refusal, Refusals } from "@trame/kit/refusal";
import type { Context } from "../context.ts";
import type { Tx } from "../database.ts";
import type { Application } from "../domain/application.ts";
import { refusals } from "../errors.ts";

type Work = (tx: Tx, command: Command) => Promise<string>;

/** One command, and what it answers with. */
export const onCampaign = (ctx: Context, operation: string, input: CommandInput, work: Work) =>
  answer(ctx, { operation, input, as: "campaign", load: (id) => ctx.load.campaign.load(id) }, work);

export const onTheme = (ctx: Context, operation: string, input: CommandInput, work: Work) =>
  answer(ctx, { operation, input, as: "theme", load: (id) => ctx.load.theme.load(id) }, work);

export const onApplication = (ctx: Context, operation: string, input: CommandInput, work: Work) =>
  answer(ctx, { operation, input, as: "application", load: (id) => ctx.load.application.load(id) }, work);

export const onReview = (ctx: Context, operation: string, input: CommandInput, work: Work) =>
  answer(ctx, { operation, input, as: "review", load: (id) => ctx.load.review.load(id) }, work);

export const onInstalment = (ctx: Context, operation: string, input: CommandInput, work: Work) =>
  answer(ctx, { operation, input, as: "instalment", load: (id) => ctx.load.instalment.load(id) }, work);

const MOST_ROWS = 200;

/** Many commands at once, each in its own transaction: a refused row keeps no other from its effect. */
export async function byRow<I>(
  items: readonly I[],
  command: (item: I, row: number) => Promise<{ application: Application | null; errors: Refusal[] }>,
) {
  if (items.length > MOST_ROWS) return { rows: [], errors: [refusals.tooManyRows(MOST_ROWS)] };
  const rows = [];
  for (const [index, item] of items.entries()) {
    const { application, errors } = await command(item, index + 1);
    rows.push({ row: index + 1, application, errors });
  }
  return { rows, errors: [] };
}

/** A repetition of the whole repeats each row. */
export const rowKey = (idempotencyKey: string | null | undefined, row: number) =>
  idempotencyKey ? `${idempotencyKey}/${row}` : undefined;

/** What refuses the command as a whole, as data. */
export async function refusedWhole<T>(work: () => Promise<T>): Promise<T | { rows: never[]; errors: Refusal[] }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusals)) throw error;
    return { rows: [], errors: [...error.refusals] };
  }
}
