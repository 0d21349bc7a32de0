import { answer } from "@trame/kit/answer";
import type { ScenarioText } from "../../domain/scenario.ts";
import type { MutationResolvers, ReviseScenarioInput } from "../../gen/schema.ts";
import * as store from "../../store/writing.ts";

export const reviseScenario: MutationResolvers["reviseScenario"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "reviseScenario", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) =>
      store.reviseScenario(tx, command, input.scenarioId, { text: toText(input), authors: input.authors ?? undefined }),
  );

const MAY_BE_EMPTIED = ["progressivity", "durationMinutes", "licence"];

/** A field that is absent stays; a choice may be taken back with null, a text cannot be. */
function toText(input: ReviseScenarioInput): Partial<ScenarioText> {
  const { scenarioId: _id, expectedVersion: _v, idempotencyKey: _k, authors: _a, ...rest } = input;
  const given = Object.entries(rest).filter(
    ([field, value]) => value !== undefined && (value !== null || MAY_BE_EMPTIED.includes(field)),
  );
  return Object.fromEntries(given);
}
