import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { writeToGroup as write } from "../../store/letters.ts";

export const writeToGroup: MutationResolvers["writeToGroup"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "writeToGroup", input, as: "recipients", load: async (count) => Number(count) },
    (tx, command) => write(tx, command, input),
  );
