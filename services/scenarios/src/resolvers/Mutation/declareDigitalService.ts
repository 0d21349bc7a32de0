import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/writing.ts";

export const declareDigitalService: MutationResolvers["declareDigitalService"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "declareDigitalService", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) =>
      store.declareDigitalService(tx, command, input.scenarioId, {
        id: input.digitalServiceId ?? undefined,
        name: input.name,
        publisher: input.publisher ?? null,
        purpose: input.purpose,
        hosting: input.hosting ?? null,
        pupilAccounts: input.pupilAccounts,
        viaGar: input.viaGar ?? false,
        termsNote: input.termsNote ?? null,
      }),
  );
