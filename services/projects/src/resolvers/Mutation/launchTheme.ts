import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/themework.ts";

export const launchTheme: MutationResolvers["launchTheme"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "launchTheme", input, as: "theme", load: (id) => ctx.load.theme.load(id) },
    (tx, command) => {
      policy.demand(command.by, "launchTheme");
      return store.launchTheme(tx, command, input.themeId);
    },
  );
