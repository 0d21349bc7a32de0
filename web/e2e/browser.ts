import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** Nothing of Chromium's own business on the network; without a sandbox where root runs it. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const PATIENCE_MS = 120_000;

export interface Look {
  width: number;
  colorScheme: "light" | "dark";
  javaScriptEnabled?: boolean;
}

export interface Window {
  context: BrowserContext;
  page: Page;
  /** What a reader's browser complained of, and addresses outside of the given origins. */
  complaints: string[];
  close(): Promise<void>;
}

/** One Chromium for all windows that are open at a time: cookies, storage and cache are each window's own. */
let running: Promise<Browser> | undefined;
let open = 0;

function enter(): Promise<Browser> {
  open += 1;
  running ??= chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ARGS, headless: true });
  return running;
}

async function leave(): Promise<void> {
  open -= 1;
  if (open > 0) return;
  const last = running;
  running = undefined;
  await (await last)?.close();
}

/** A window of somebody's own, which writes down complaints and every request that leaves the given origins. */
export async function openWindow(look: Look, origins: readonly string[]): Promise<Window> {
  const browser = await enter();
  const context = await browser.newContext({
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: look.width, height: 900 },
    colorScheme: look.colorScheme,
    javaScriptEnabled: look.javaScriptEnabled ?? true,
  });
  // A machine may be busy: what is slow is no fault here.
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !origins.includes(origin)) complaints.push(`request to ${request.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()} ${message.location().url}`.trim());
  });
  context.on("weberror", (error) => complaints.push(`page error: ${error.error().message}`));
  return {
    context,
    page: await context.newPage(),
    complaints,
    async close() {
      await context.close();
      await leave();
    },
  };
}

/** What is wrong with the page as it stands: serious findings of axe, and what is wider than the window. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
  return [
    ...serious.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)}`),
    ...(Number(overflow) > 0 ? [`${overflow} px wider than the window`] : []),
  ];
}

/** For eyes: SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  mkdirSync(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
}
