import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/schedule.ts";
import { onMeeting, toAgenda } from "../answering.ts";

export const planMeeting: MutationResolvers["planMeeting"] = (_, { input }, ctx) =>
  onMeeting(ctx, "planMeeting", input, (tx, command) => {
    const { idempotencyKey: _key, ...meeting } = input;
    return store.planMeeting(tx, command, {
      ...meeting,
      projectId: input.projectId ?? null,
      place: input.place ?? null,
      videoUrl: input.videoUrl ?? null,
      atMinistry: input.atMinistry ?? false,
      agenda: toAgenda(input.agenda),
    });
  });
