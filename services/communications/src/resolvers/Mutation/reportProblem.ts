import { answer } from "@trame/kit/answer";
import { newId } from "@trame/kit/id";
import type { Context } from "../../context.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/reports.ts";

/** A filled trap is a robot's work: it learns nothing from the answer, and nothing is kept. */
export const reportProblem: MutationResolvers["reportProblem"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "reportProblem", input, as: "received", load: (id) => received(ctx, id) },
    async (tx, command) => {
      const { kind, text, path = null, contact = null, website } = input;
      if (website?.trim()) return newId();
      return store.reportProblem(tx, command, { kind, text, path, contact });
    },
  );

async function received({ db, at }: Context, id: string) {
  const row = await db.problemReport.findUnique({ where: { id }, select: { id: true, reportedAt: true } });
  return row ?? { id, reportedAt: at };
}
