import type { Command } from "@trame/kit/aggregate";
import type { Tx } from "../database.ts";
import { changed, documentFrom, follow, liveTextOf, textOfDocument } from "../live/document.ts";
import { lockDocument, saveDocument, stateOf } from "./live.ts";
import { scenarios, toScenario } from "./scenarios.ts";

/**
 * Takes what was written live into the scenario: one change, by who wrote last, with all who wrote. The stored text is
 * the truth for readers, so that a document that says otherwise follows it first. Returns by how much the scenario's
 * version grew.
 */
export async function settle(tx: Tx, scenarioId: string, at: Date): Promise<number> {
  await tx.$queryRaw`select 1 as one from scenario where id = ${scenarioId} for update`;
  const row = await tx.scenario.findUnique({ where: { id: scenarioId } });
  const live = row && (await lockDocument(tx, scenarioId));
  const last = live?.pending.at(-1);
  if (!row || !live || !last || row.state !== "DRAFT") return 0;
  const before = toScenario(row);
  follow(live.settled, before);
  const whole = documentFrom(stateOf(live.settled), ...live.pending.map(({ update }) => update));
  await tx.liveUpdate.deleteMany({ where: { scenarioId, seq: { lte: last.seq } } });
  await saveDocument(tx, scenarioId, whole);
  const text = changed(liveTextOf(before), textOfDocument(whole));
  if (Object.keys(text).length === 0) return 0;
  const writers = [...new Set(live.pending.map(({ personId }) => personId))];
  const revised = { type: "ScenarioRevised" as const, text, authorship: null };
  const after = await scenarios.change(tx, writing(last.personId, at), scenarioId, () => [revised], writers);
  return after.version - before.version;
}

/** For commands that look at the words: what is being written belongs to them, whatever version the person saw. */
export async function withLiveText(tx: Tx, command: Command, scenarioId: string): Promise<Command> {
  const grown = await settle(tx, scenarioId, command.at);
  const { expectedVersion } = command;
  return expectedVersion === undefined ? command : { ...command, expectedVersion: expectedVersion + grown };
}

/** The right was looked at when each update came in. */
const writing = (personId: string, at: Date): Command => ({
  by: { kind: "person", personId, name: personId, mandates: [], scopes: [] },
  at,
});
