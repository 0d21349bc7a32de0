import type {
  FeedbackGiven,
  ScenarioProposed,
  ScenarioPublished,
  ScenarioReviewed,
  ScenarioWithdrawn,
} from "@trame/proto-schemas/scenarios/v1/events_pb";
import * as words from "../domain/notices/scenarios.ts";
import { announce, settle } from "../store/notices.ts";
import type { Heard } from "./notices.ts";

export async function scenarioProposed(...[tx, { message, version, at }, { now }]: Heard<ScenarioProposed>) {
  if (message.scenario) await announce(tx, words.scenarioProposed(message.scenario, version, at), now);
}

export async function scenarioReviewed(...[tx, { message, version, at }, { now }]: Heard<ScenarioReviewed>) {
  const { scenario, outcome } = message;
  if (!scenario) return;
  await settle(tx, { about: scenario.id, kind: "SCENARIO_TO_REVIEW" }, at);
  await announce(tx, words.scenarioReviewed(scenario, outcome, version, at), now);
}

export async function scenarioPublished(...[tx, { message, version, at }, { now }]: Heard<ScenarioPublished>) {
  if (message.scenario) await announce(tx, words.scenarioPublished(message.scenario, version, at), now);
}

export async function scenarioWithdrawn(...[tx, { message, version, at }, { now }]: Heard<ScenarioWithdrawn>) {
  if (message.scenario) await announce(tx, words.scenarioWithdrawn(message.scenario, version, at), now);
}

export async function feedbackGiven(...[tx, { message, at }, { now }]: Heard<FeedbackGiven>) {
  const { scenario, feedbackId, authorId } = message;
  if (scenario) await announce(tx, words.feedbackGiven(scenario, feedbackId, authorId, at), now);
}
