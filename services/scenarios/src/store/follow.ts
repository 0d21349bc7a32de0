import type { Tx } from "../database.ts";
import type { Scenario } from "../domain/scenario.ts";
import { changed, follow, textOfDocument } from "../live/document.ts";
import { lockDocument, saveDocument, tellProcesses } from "./live.ts";

/** The live document, if there is one, says what was written elsewhere; whoever has it open hears of it. */
export async function followText(tx: Tx, scenario: Scenario): Promise<void> {
  const live = await lockDocument(tx, scenario.id);
  if (!live) return;
  const { settled } = live;
  if (Object.keys(changed(textOfDocument(settled), scenario)).length === 0) {
    await tellProcesses(tx, { scenarioId: scenario.id });
    return;
  }
  follow(settled, scenario);
  await saveDocument(tx, scenario.id, settled);
}
