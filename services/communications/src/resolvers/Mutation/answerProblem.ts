import { answer } from "@trame/kit/answer";
import type { Context } from "../../context.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/reports.ts";

export const answerProblem: MutationResolvers["answerProblem"] = (_, { input }, ctx) =>
  answer(ctx, { operation: "answerProblem", input, as: "report", load: (id) => report(ctx, id) }, (tx, command) =>
    store.answerProblem(tx, command, { reportId: input.reportId, answer: input.answer }),
  );

async function report({ db }: Context, id: string) {
  const row = await db.problemReport.findUnique({ where: { id } });
  return row && store.toReport(row);
}
