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
      openAddress: `${urls.sites}/ac-rennes.fr/svt/article/42`,
      now: async () => new Date(((await (await fetch(`${urls.oidc}/dev/clock`)).json()) as { now: string }).now),
      turn: "2030-2031",
    },
    async stop() {
      await trame.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
