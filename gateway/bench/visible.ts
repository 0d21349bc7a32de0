import type { Trame } from "../../services/kit/dev/supervisor.ts";
import { type Figure, figure, quantile } from "./figures.ts";
import { command, graph } from "./graph.ts";

/** Label of the campaign in which the measures write: far from any real one. */
export const MEASURES = "2090-2091";
const TIMES = 40;
const PATIENCE = 30_000;
const DAY = 86_400_000;

/**
 * How long a write of one service takes to show in another: the inspection générale agrees to a theme (projects), and
 * its national group is there (people). From the answer to the write until a reader finds it.
 */
export async function commitToVisible(trame: Trame, log: string): Promise<Figure[]> {
  const themes = await agreeable(trame);
  const times: number[] = [];
  for (const themeId of themes) {
    await command(trame, "inspector-general", "agreeToTheme", { themeId }, "theme { id }");
    times.push(await untilVisible(trame, themeId));
  }
  const note = `${TIMES} accords donnés l'un après l'autre, relus par la passerelle sans pause`;
  return [
    figure(`écriture visible ailleurs, ${log} : p50`, quantile(times, 0.5), "ms", note),
    figure(`écriture visible ailleurs, ${log} : p99`, quantile(times, 0.99), "ms"),
  ];
}

async function untilVisible(trame: Trame, id: string): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE) {
    const { theme } = await graph(trame, "query ($id: ID!) { theme(id: $id) { nationalGroup { id } } }", { id });
    if ((theme as { nationalGroup: object | null }).nationalGroup) return performance.now() - began;
  }
  throw new Error(`theme ${id}: no national group after ${PATIENCE} ms`);
}

/** Themes of a campaign of their own that only wait for the agreement. */
async function agreeable(trame: Trame): Promise<string[]> {
  const { now } = (await (await fetch(`${trame.urls.gateway}/auth/dev/clock`)).json()) as { now: string };
  const at = (days: number) => new Date(Date.parse(now) + days * DAY).toISOString();
  const [startsOn, endsOn] = [at(0).slice(0, 10), at(400).slice(0, 10)];
  const campaign = await command(
    trame,
    "programme",
    "createCampaign",
    { label: MEASURES, startsOn, endsOn, callOpensAt: at(-1), callClosesAt: at(20) },
    "campaign { id }",
  );
  const { viewer } = await graph(trame, "{ viewer { id } }", {}, "inspector-general");
  const ids: string[] = [];
  for (let count = 1; count <= TIMES; count++) {
    const theme = {
      campaignId: campaign.id,
      title: `Mesure ${count}`,
      questions: ["Combien de temps ?"],
      axes: ["Mesures"],
      kind: "DISCIPLINARY",
      disciplineCodes: ["svt"],
      durationYears: 1,
    };
    const { id } = await command(trame, "expert", "proposeTheme", theme, "theme { id }");
    const mandate = {
      personId: (viewer as { id: string }).id,
      role: "INSPECTOR_GENERAL",
      themeId: id,
      startsOn,
      endsOn,
    };
    await onceKnown(() => command(trame, "programme", "appoint", mandate, "mandate { id }"));
    ids.push(id);
  }
  await forgetMandates(trame);
  return ids;
}

/** People learns of a new theme by event: until then nobody can be appointed to it. */
async function onceKnown(attempt: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The gateway keeps mandates for a minute, unless the programme's clock is moved. */
async function forgetMandates(trame: Trame): Promise<void> {
  await fetch(`${trame.urls.gateway}/auth/dev/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ advance: "PT1S" }),
  });
}
