import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTrame, type Trame, type TrameOptions } from "../../../services/kit/dev/supervisor.ts";
import { graphAt } from "./graph.ts";
import type { World } from "./story.ts";

/** A whole Trame on free ports and in a folder of its own. */
export async function systemUnderTest(
  options: Partial<TrameOptions> = {},
): Promise<{ trame: Trame; world: World; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "trame-system-"));
  const trame = await startTrame({ dataDir, ports: "free", demo: "small", ...options });
  const { origin, urls } = trame;
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (who: string) =>
    tokens.get(who) ?? tokens.set(who, trame.tokenFor(who)).get(who) ?? trame.tokenFor(who);
  return {
    trame,
    world: {
      origin,
      graph: graphAt(origin, tokenFor),
      // The sites that people lists bear the name, not the number.
      openAddress: `${urls.sites.replace("127.0.0.1", "localhost")}/ac-rennes.fr/svt/article/42`,
      now: async () => new Date(((await (await fetch(`${urls.oidc}/dev/clock`)).json()) as { now: string }).now),
      passTo: async (instant) => {
        const body = JSON.stringify({ now: instant.toISOString() });
        const headers = { "content-type": "application/json" };
        const response = await fetch(`${urls.oidc}/dev/clock`, { method: "POST", headers, body });
        if (!response.ok) throw new Error(`the clock answered ${response.status}`);
        // Processes look at the clock's file twice a second.
        await new Promise((resolve) => setTimeout(resolve, 700));
      },
      turn: "2030-2031",
    },
    async stop() {
      await trame.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
