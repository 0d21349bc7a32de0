import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/partners.ts";

export const addPartner: MutationResolvers["addPartner"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "addPartner", input, as: "academicGroup", load: (id) => ctx.load.academicGroup.load(id) },
    (tx, command) => {
      const { academicGroupId: groupId, kind, name, support, contact = null } = input;
      return store.addPartner(tx, command, { groupId, kind, name, support, contact });
    },
  );
