import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/modules.ts";

export const composeTrainingModule: MutationResolvers["composeTrainingModule"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "composeTrainingModule", input, as: "trainingModule", load: (id) => ctx.load.module.load(id) },
    (tx, command) =>
      store.composeTrainingModule(tx, command, input.moduleId, {
        audience: input.audience || null,
        validation: input.validation || null,
        keywords: input.keywords,
        publicationIds: input.publicationIds,
      }),
  );
