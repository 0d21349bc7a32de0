import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/superiors.ts";
import { onMeeting } from "../answering.ts";

export const informSuperiors: MutationResolvers["informSuperiors"] = (_, { input }, ctx) =>
  onMeeting(ctx, "informSuperiors", input, (tx, command) =>
    store.informSuperiors(tx, command, input.meetingId, { text: input.text }),
  );
