import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/themework.ts";

export const setWorkPlan: MutationResolvers["setWorkPlan"] = (_, { input }, ctx) =>
  answer(ctx, { operation: "setWorkPlan", input, as: "theme", load: (id) => ctx.load.theme.load(id) }, (tx, command) =>
    store.setWorkPlan(tx, command, input.themeId, input.milestones),
  );
