import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/years.ts";
import { onTheme } from "../commands.ts";

export const launchTheme: MutationResolvers["launchTheme"] = (_, { input }, ctx) =>
  onTheme(ctx, "launchTheme", input, (tx, command) => {
    policy.demand(command.by, "launchTheme");
    const { themeId } = input;
    return store.launchTheme(tx, command, themeId);
  });
