import { systemCommand } from "@trame/kit/answer";
import type { Heard, Together } from "@trame/kit/consumer";
import type {
  ScenarioDrafted,
  ScenarioIndexed,
  ScenarioProposed,
  ScenarioPublished,
  ScenarioReviewed,
  ScenarioUpdated,
  ScenarioWithdrawn,
} from "@trame/proto-schemas/scenarios/v1/events_pb";
import type { Tx } from "../database.ts";
import type { Announcement } from "../domain/notice.ts";
import * as words from "../domain/notices/scenarios.ts";
import { announceAll, settle } from "../store/notices.ts";
import { keepScenarios } from "../store/projections.ts";
import { recordSources, type Step } from "../store/publications.ts";
import { scenarioSource } from "./publications.ts";

type Moved =
  | ScenarioDrafted
  | ScenarioProposed
  | ScenarioReviewed
  | ScenarioPublished
  | ScenarioUpdated
  | ScenarioWithdrawn
  | ScenarioIndexed;

/**
 * Everything that becomes of scenarios, as many events at once as come: most of what arrives here does. First our copy,
 * then the publications with their series and the log, then what persons are told.
 */
export const scenariosMoved = (origin: string): Together<Tx, Moved> => ({
  async together(tx, heard) {
    await keepScenarios(
      tx,
      heard.flatMap(({ event: { message, version } }) =>
        message.scenario ? [{ scenario: message.scenario, version }] : [],
      ),
    );
    await recordSources(tx, heard.flatMap(stepOf), origin);
    await tell(tx, heard);
  },
});

function stepOf({ event: { message, version, at } }: Heard<Moved>): Step[] {
  const { scenario, $typeName } = message;
  if (!scenario) return [];
  const command = systemCommand("communications", at);
  switch ($typeName) {
    case "scenarios.v1.ScenarioPublished":
    case "scenarios.v1.ScenarioUpdated":
      return [{ type: "published", command, source: scenarioSource(scenario, version) }];
    case "scenarios.v1.ScenarioWithdrawn":
      return [{ type: "withdrawn", command, sourceId: scenario.id, sourceVersion: version, reason: message.reason }];
    default:
      return [];
  }
}

/** In order: a review settles the notice that asked for it. */
async function tell(tx: Tx, heard: readonly Heard<Moved>[]): Promise<void> {
  let waiting: Announcement[] = [];
  for (const { event, context } of heard) {
    const { message, at } = event;
    if (message.$typeName === "scenarios.v1.ScenarioReviewed" && message.scenario) {
      await announceAll(tx, waiting, context.now);
      waiting = [];
      await settle(tx, { about: message.scenario.id, kind: "SCENARIO_TO_REVIEW" }, at);
    }
    waiting.push(...announcementsOf(event));
  }
  const last = heard.at(-1);
  if (last) await announceAll(tx, waiting, last.context.now);
}

function announcementsOf({ message, version, at }: Heard<Moved>["event"]): Announcement[] {
  const { scenario } = message;
  if (!scenario) return [];
  switch (message.$typeName) {
    case "scenarios.v1.ScenarioProposed":
      return [words.scenarioProposed(scenario, version, at)];
    case "scenarios.v1.ScenarioReviewed":
      return [words.scenarioReviewed(scenario, message.outcome, version, at)];
    case "scenarios.v1.ScenarioPublished":
      return [words.scenarioPublished(scenario, version, at)];
    case "scenarios.v1.ScenarioWithdrawn":
      return [words.scenarioWithdrawn(scenario, version, at)];
    default:
      return [];
  }
}
