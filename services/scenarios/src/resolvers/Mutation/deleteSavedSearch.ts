import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/saved-searches.ts";
import { answerSearch } from "../searches.ts";

export const deleteSavedSearch: MutationResolvers["deleteSavedSearch"] = (_, { input }, ctx) =>
  answerSearch(ctx, { operation: "deleteSavedSearch", input }, (tx, command) =>
    store.deleteSearch(tx, command, input.savedSearchId),
  );
