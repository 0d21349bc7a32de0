import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sequences.ts";

export const shareSequence: MutationResolvers["shareSequence"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "shareSequence", input, as: "sequence", load: (id) => ctx.load.sequence.load(id) },
    (tx, command) => {
      const { projectId, title, summary, text } = input;
      return store.shareSequence(tx, command, { projectId, title, summary, text });
    },
  );
