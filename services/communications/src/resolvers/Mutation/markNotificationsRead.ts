import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { authorOf } from "../../store/authors.ts";
import { markRead } from "../../store/notices.ts";

export const markNotificationsRead: MutationResolvers["markNotificationsRead"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "markNotificationsRead", input, as: "viewer", load: async (id) => ({ id }) },
    async (tx, command) => {
      const personId = authorOf(command);
      await markRead(tx, personId, input.ids ?? null, command.at);
      return personId;
    },
  );
