import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/distribution.ts";

export const setInstitution: MutationResolvers["setInstitution"] = (_, { input }, ctx) =>
  answer(
    ctx,
    {
      operation: "setInstitution",
      input,
      as: "institution",
      load: (id) => store.institutions(ctx.db).then((all) => all.find(({ code }) => code === id) ?? null),
    },
    (tx, command) => store.setInstitution(tx, command, input),
  );
