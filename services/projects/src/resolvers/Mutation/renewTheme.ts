import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/years.ts";
import { onTheme } from "../commands.ts";

export const renewTheme: MutationResolvers["renewTheme"] = (_, { input }, ctx) =>
  onTheme(ctx, "renewTheme", input, (tx, command) => {
    policy.demand(command.by, "renewTheme");
    const { themeId, granted, reason } = input;
    return store.renewTheme(tx, command, themeId, { granted, reason });
  });
