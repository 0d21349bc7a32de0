import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/saved-searches.ts";
import { answerSearch } from "../searches.ts";

export const changeSavedSearch: MutationResolvers["changeSavedSearch"] = (_, { input }, ctx) =>
  answerSearch(ctx, { operation: "changeSavedSearch", input }, (tx, command) => {
    const { savedSearchId: id, name, alert } = input;
    return store.changeSearch(tx, command, { id, name: name ?? undefined, alert: alert ?? undefined });
  });
