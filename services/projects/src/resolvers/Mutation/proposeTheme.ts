import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/themework.ts";

export const proposeTheme: MutationResolvers["proposeTheme"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "proposeTheme", input, as: "theme", load: (id) => ctx.load.theme.load(id) },
    (tx, command) => {
      policy.demand(command.by, "proposeTheme");
      const { idempotencyKey: _key, borrowedFrom, ...theme } = input;
      return store.proposeTheme(tx, command, { ...theme, borrowedFrom: borrowedFrom ?? null });
    },
  );
