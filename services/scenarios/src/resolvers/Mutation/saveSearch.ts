import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/saved-searches.ts";
import { answerSearch } from "../searches.ts";

export const saveSearch: MutationResolvers["saveSearch"] = (_, { input }, ctx) =>
  answerSearch(ctx, { operation: "saveSearch", input }, (tx, command) => {
    const { name, search, criteria, alert } = input;
    return store.saveSearch(tx, command, {
      name,
      search: search ?? "",
      criteria: { ...criteria },
      alert: alert ?? "NONE",
    });
  });
