import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { setPreferences } from "../../store/preferences.ts";

export const setNotificationPreferences: MutationResolvers["setNotificationPreferences"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "setNotificationPreferences", input, as: "viewer", load: async (id) => ({ id }) },
    (tx, command) =>
      setPreferences(tx, command, { preferences: input.preferences, digestHour: input.digestHour ?? null }),
  );
