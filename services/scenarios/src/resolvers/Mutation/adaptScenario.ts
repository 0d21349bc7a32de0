import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/adaptation.ts";
import { creditOf } from "../../store/credit.ts";

export const adaptScenario: MutationResolvers["adaptScenario"] = async (_, { input }, ctx) => {
  const { scenarioId, projectId, title } = input;
  const from = await ctx.load.scenario.load(scenarioId);
  const credit = from ? await creditOf(from, ctx.load, ctx.origin) : "";
  const page = `${ctx.origin}/scenarios/${from?.slug ?? ""}`;
  const load = (id: string) => ctx.load.scenario.load(id);
  return answer(ctx, { operation: "adaptScenario", input, as: "scenario", load }, (tx, command) =>
    store.adapt(tx, command, { scenarioId, projectId, title: title ?? null, credit, page }),
  );
};
