import type { MutationResolvers } from "../../gen/schema.ts";
import { revokeAddress } from "../../store/calendars.ts";
import { onCalendarAddress } from "../answering.ts";

export const revokeCalendarAddress: MutationResolvers["revokeCalendarAddress"] = (_, { input }, ctx) =>
  onCalendarAddress(ctx, "revokeCalendarAddress", input, (tx, command) =>
    revokeAddress(tx, command, input.calendarAddressId),
  );
