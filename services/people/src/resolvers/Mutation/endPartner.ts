import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/partners.ts";

export const endPartner: MutationResolvers["endPartner"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "endPartner", input, as: "academicGroup", load: (id) => ctx.load.academicGroup.load(id) },
    (tx, command) => store.endPartner(tx, command, input.partnerId),
  );
