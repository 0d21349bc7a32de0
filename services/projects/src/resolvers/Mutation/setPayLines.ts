import { hundredthsOf } from "../../domain/instalment.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";
import { onInstalment } from "../commands.ts";

export const setPayLines: MutationResolvers["setPayLines"] = (_, { input }, ctx) =>
  onInstalment(ctx, "setPayLines", input, (tx, command) => {
    const { projectId, schoolYear, number } = input;
    const lines = input.lines.map(({ quantity, otherNature, ...line }, index) => ({
      ...line,
      otherNature: line.nature === "OTHER" ? otherNature?.trim() || null : null,
      hundredths: hundredthsOf(quantity, `lines.${index}.quantity`),
    }));
    return store.setPayLines(tx, command, { projectId, schoolYear, number, lines });
  });
