import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/themework.ts";

export const nameLeadAcademy: MutationResolvers["nameLeadAcademy"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "nameLeadAcademy", input, as: "theme", load: (id) => ctx.load.theme.load(id) },
    (tx, command) => {
      policy.demand(command.by, "nameLeadAcademy");
      return store.nameLeadAcademy(tx, command, input.themeId, { code: input.academyCode, reason: input.reason });
    },
  );
