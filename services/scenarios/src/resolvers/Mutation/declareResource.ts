import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/writing.ts";

export const declareResource: MutationResolvers["declareResource"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "declareResource", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) =>
      store.declareResource(tx, command, input.scenarioId, {
        id: input.resourceId ?? undefined,
        title: input.title,
        author: input.author ?? null,
        sourceUrl: input.sourceUrl ?? null,
        basis: input.basis,
        licence: input.licence ?? null,
        note: input.note ?? null,
        kind: input.kind ?? null,
        alternative: input.alternative ?? null,
        adapted: input.adapted ?? false,
        fileId: input.fileId ?? undefined,
      }),
  );
