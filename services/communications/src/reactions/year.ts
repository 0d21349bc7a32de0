import type { Meeting } from "@trame/proto-schemas/meetings/v1/events_pb";
import type { Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { FeedbackGiven, ImplementationRecorded } from "@trame/proto-schemas/scenarios/v1/events_pb";
import type { Tx } from "../database.ts";
import { keepEcho, keepMeeting } from "../store/projections.ts";
import { openDue } from "../store/syntheses.ts";
import type { Acting } from "./names.ts";

/** What a theme's year counts, for its synthesis and for the followed diffusion. */
export async function meetingTold(tx: Tx, meeting: Meeting | undefined, version: number): Promise<void> {
  if (meeting) await keepMeeting(tx, meeting, version);
}

export async function implementationTold(tx: Tx, { scenario, implementationId }: ImplementationRecorded) {
  if (!scenario) return;
  await keepEcho(tx, {
    ...{ id: implementationId, scenarioId: scenario.id, themeId: scenario.themeId },
    kind: "IMPLEMENTATION",
  });
}

export async function feedbackTold(tx: Tx, { scenario, feedbackId }: FeedbackGiven) {
  if (!scenario) return;
  await keepEcho(tx, { id: feedbackId, scenarioId: scenario.id, themeId: scenario.themeId, kind: "FEEDBACK" });
}

/** The syntheses that are due have their drafts (R92). */
export async function themeLaunched(tx: Tx, { command }: Acting, theme: Theme | undefined): Promise<void> {
  if (!theme) return;
  const { id, state } = theme;
  await openDue(tx, command, { id, state, durationYears: theme.durationYears || 1 });
}
