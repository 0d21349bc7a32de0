import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/candidacy.ts";

export const draftApplication: MutationResolvers["draftApplication"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "draftApplication", input, as: "application", load: (id) => ctx.load.application.load(id) },
    (tx, command) => {
      const { themeId, academyCode, title } = input;
      return store.draftApplication(tx, command, { themeId, academyCode, title });
    },
  );
