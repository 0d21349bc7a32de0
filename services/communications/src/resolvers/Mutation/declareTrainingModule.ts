import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/modules.ts";

export const declareTrainingModule: MutationResolvers["declareTrainingModule"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "declareTrainingModule", input, as: "trainingModule", load: (id) => ctx.load.module.load(id) },
    (tx, command) =>
      store.declareTrainingModule(
        tx,
        command,
        {
          themeId: input.themeId,
          projectId: input.projectId ?? null,
          platform: input.platform,
          otherPlatform: input.otherPlatform || null,
          title: input.title,
          description: input.description,
          url: input.url,
          objectives: input.objectives,
          minutesInPerson: input.minutesInPerson ?? null,
          minutesRemote: input.minutesRemote ?? null,
          audience: input.audience?.trim() || null,
          validation: input.validation?.trim() || null,
          keywords: [...(input.keywords ?? [])].map((keyword) => keyword.trim()).filter(Boolean),
        },
        ctx.origin,
      ),
  );
