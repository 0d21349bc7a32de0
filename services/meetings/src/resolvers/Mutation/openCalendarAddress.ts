import type { MutationResolvers } from "../../gen/schema.ts";
import { openAddress } from "../../store/calendars.ts";
import { onCalendarAddress } from "../answering.ts";

export const openCalendarAddress: MutationResolvers["openCalendarAddress"] = (_, { input }, ctx) =>
  onCalendarAddress(ctx, "openCalendarAddress", input, (tx, command) => {
    const { scope, themeId, projectId } = input;
    const scopeId = { MINE: "", THEME: themeId ?? "", PROJECT: projectId ?? "" }[scope];
    return openAddress(tx, command, { scope, scopeId });
  });
