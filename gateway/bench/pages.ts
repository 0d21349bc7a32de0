import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium } from "playwright-core";
import type { Trame } from "../../services/kit/dev/supervisor.ts";
import { type Figure, figure, quantile, skipped } from "./figures.ts";

/** The aims: 200 kB of JavaScript as it travels, the largest paint within 1.5 s on a processor four times slower. */
const NOTE = "processeur ralenti 4 fois, cache vide, médiane de 3";
const SLOWDOWN = 4;
const VISITS = 3;
/** A kilobyte of the aim is 1000 bytes. */
const KB = 1000;

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What the first load of each public page weighs, and when its largest part is seen. */
export async function pages(trame: Trame): Promise<Figure[]> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) return [skipped("pages publiques", "", "Chromium introuvable (CHROMIUM_PATH)")];
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(await publicPages(trame.origin))) {
    const visits: Visit[] = [];
    for (let i = 0; i < VISITS; i++) visits.push(await firstVisit(`${trame.origin}${path}`, executablePath));
    const median = (of: (visit: Visit) => number) => quantile(visits.map(of), 0.5);
    figures.push(
      figure(
        `JavaScript transféré, ${name}`,
        median(({ script }) => script) / KB,
        "ko",
        "compressé, en-têtes compris, cible 200",
      ),
    );
    figures.push(
      figure(
        `plus grand affichage (LCP), ${name}`,
        median(({ lcp }) => lcp),
        "ms",
        NOTE,
      ),
    );
  }
  return figures;
}

async function publicPages(origin: string): Promise<Record<string, string>> {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ themes(first: 1) { nodes { id } } scenarios(first: 1) { nodes { slug } } }" }),
  });
  const { data } = (await response.json()) as {
    data: { themes: { nodes: { id: string }[] }; scenarios: { nodes: { slug: string }[] } };
  };
  const [theme, scenario] = [data.themes.nodes[0], data.scenarios.nodes[0]];
  return {
    accueil: "/",
    ...(theme && { thème: `/themes/${theme.id}` }),
    académie: "/academies/14",
    scénarios: "/scenarios",
    ...(scenario && { scénario: `/scenarios/${scenario.slug}` }),
    participation: "/participation",
  };
}

interface Visit {
  /** Bytes. */
  script: number;
  /** Milliseconds after the address was asked for. */
  lcp: number;
}

/** In a browser of its own: nothing is cached. */
async function firstVisit(url: string, executablePath: string): Promise<Visit> {
  const profile = mkdtempSync(join(tmpdir(), "trame-bench-browser-"));
  const viewport = { width: 1280, height: 900 };
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: ARGS, viewport });
  try {
    return await load(context, url);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function load(context: BrowserContext, url: string): Promise<Visit> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const scripts = await transferredScripts(session);
  await page.goto(url, { waitUntil: "networkidle" });
  return { script: scripts(), lcp: await page.evaluate<number>(LCP) };
}

/** All bytes of the answers that were scripts, headers included. */
async function transferredScripts(session: CDPSession): Promise<() => number> {
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script" || response.mimeType === "text/javascript") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  return () => bytes;
}

/** Buffered: the largest paint until now, whether or not anybody was watching. */
const LCP = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0))
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => resolve(0), 2000);
})`;
