import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/candidacy.ts";
import { onApplication } from "../commands.ts";

export const signApplication: MutationResolvers["signApplication"] = (_, { input }, ctx) =>
  onApplication(ctx, "signApplication", input, (tx, command) =>
    store.signApplication(tx, command, input.applicationId),
  );
