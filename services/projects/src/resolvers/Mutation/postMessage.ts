import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/messages.ts";
import { onApplication } from "../commands.ts";

export const postMessage: MutationResolvers["postMessage"] = (_, { input }, ctx) =>
  onApplication(ctx, "postMessage", input, (tx, command) => {
    const { applicationId, audience, text } = input;
    return store.postMessage(tx, command, applicationId, { audience, text });
  });
