import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/themework.ts";
import { onTheme } from "../commands.ts";

export const setThemeDeadline: MutationResolvers["setThemeDeadline"] = (_, { input }, ctx) =>
  onTheme(ctx, "setThemeDeadline", input, (tx, command) => {
    policy.demand(command.by, "setThemeDeadline");
    const { themeId, deadlineAt } = input;
    return store.setThemeDeadline(tx, command, themeId, deadlineAt ?? null);
  });
