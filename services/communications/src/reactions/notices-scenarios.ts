import type { FeedbackGiven } from "@trame/proto-schemas/scenarios/v1/events_pb";
import * as words from "../domain/notices/scenarios.ts";
import { announce } from "../store/notices.ts";
import type { Heard } from "./notices.ts";

export async function feedbackGiven(...[tx, { message, at }, { now }]: Heard<FeedbackGiven>) {
  const { scenario, feedbackId, authorId } = message;
  if (scenario) await announce(tx, words.feedbackGiven(scenario, feedbackId, authorId, at), now);
}
