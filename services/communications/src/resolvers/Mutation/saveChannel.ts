import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/channels.ts";

export const saveChannel: MutationResolvers["saveChannel"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "saveChannel", input, as: "channel", load: (id) => ctx.load.channel.load(id) },
    (tx, command) =>
      store.saveChannel(tx, command, {
        id: input.channelId ?? null,
        network: input.network.trim(),
        handle: input.handle.trim(),
        kind: input.kind,
        disciplineCode: input.disciplineCode ?? null,
        label: input.label ?? null,
      }),
  );
