import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/decisions.ts";
import { onApplication } from "../commands.ts";

export const editLetter: MutationResolvers["editLetter"] = (_, { input }, ctx) =>
  onApplication(ctx, "editLetter", input, (tx, command) => {
    policy.demand(command.by, "decideApplication");
    const { applicationId, letter } = input;
    return store.editLetter(tx, command, applicationId, letter);
  });
