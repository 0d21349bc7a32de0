import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/agreements.ts";

export const giveDasenAgreement: MutationResolvers["giveDasenAgreement"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "giveDasenAgreement", input, as: "academicGroup", load: (id) => ctx.load.academicGroup.load(id) },
    (tx, command) => {
      const { academicGroupId, departement, granted, note = null } = input;
      return store.giveDasenAgreement(tx, command, academicGroupId, { departement, granted, note });
    },
  );
