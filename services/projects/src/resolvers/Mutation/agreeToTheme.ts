import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/themework.ts";

export const agreeToTheme: MutationResolvers["agreeToTheme"] = (_, { input }, ctx) =>
  answer(ctx, { operation: "agreeToTheme", input, as: "theme", load: (id) => ctx.load.theme.load(id) }, (tx, command) =>
    store.agreeToTheme(tx, command, input.themeId, input.note ?? null),
  );
