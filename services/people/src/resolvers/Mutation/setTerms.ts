import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { setTerms as set } from "../../store/retention.ts";
import { settingsOf } from "../../store/settings.ts";

export const setTerms: MutationResolvers["setTerms"] = (_, { input }, ctx) =>
  answer(ctx, { operation: "setTerms", input, as: "terms", load: () => settingsOf(ctx.db) }, (tx, command) => {
    const { retentionYears, retentionNoticeDays, invitationDays } = input;
    return set(tx, command, { retentionYears, retentionNoticeDays, invitationDays });
  });
