import type { MutationResolvers } from "../../gen/schema.ts";
import { renewAddress } from "../../store/calendars.ts";
import { onCalendarAddress } from "../answering.ts";

export const renewCalendarAddress: MutationResolvers["renewCalendarAddress"] = (_, { input }, ctx) =>
  onCalendarAddress(ctx, "renewCalendarAddress", input, (tx, command) =>
    renewAddress(tx, command, input.calendarAddressId),
  );
