import type { Locator, Page } from "playwright-core";
import type { Trame } from "../../../services/kit/dev/supervisor.ts";
import { faultsOf, type Look, openWindow, shoot, type Window } from "../browser.ts";
import { type Calm, watchRequests } from "./calm.ts";

/** What a person reads and does at her own browser: by labels and names of buttons, never by the page's markup. */
export interface Actor {
  page: Page;
  /** Opens an address of the portal and looks at it. */
  goes(path: string): Promise<void>;
  follows(link: string | RegExp): Promise<void>;
  fills(fields: Record<string, string>): Promise<void>;
  chooses(fields: Record<string, string | RegExp>): Promise<void>;
  ticks(...labels: (string | RegExp)[]): Promise<void>;
  presses(button: string | RegExp): Promise<void>;
  /** Presses what unfolds a form, unless it is unfolded. */
  opens(button: string): Promise<void>;
  /** Presses the button that sends the form: what unfolded it may bear the same name. */
  submits(button: string): Promise<void>;
  /** Waits for the page that a command leads to; its path. */
  arrives(at: RegExp): Promise<string>;
  /** Types into a field that proposes, and takes the first proposal. */
  picks(field: string, text: string): Promise<void>;
  /** Waits until the page says so; reads it again meanwhile, for events take their time. */
  reads(text: string | RegExp): Promise<void>;
  /** Waits until the page answers so, without reading it again: what a command says is gone afterwards. */
  hears(text: string | RegExp): Promise<void>;
  /** That the page does not offer it: it is somebody else's right. */
  isNotOffered(button: string | RegExp): Promise<void>;
  /** Looks at the page as it stands: accessibility, width. */
  looks(name: string): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE = 120_000;

/** One browser of a person's own, signed in as that person. */
export async function personAt(trame: Trame, who: string, look: Look, faults: string[]): Promise<Actor> {
  const origins = [trame.origin, trame.urls.oidc.replace("127.0.0.1", "localhost")];
  const window = await openWindow(look, origins);
  const { page } = window;
  page.setDefaultTimeout(PATIENCE);
  const settled = watchRequests(page);
  try {
    await signIn(trame, window, who);
    await settled();
  } catch (error) {
    await window.close();
    throw error;
  }
  return { page, ...doings({ trame, who, look, window, faults, settled }) };
}

async function signIn(trame: Trame, { page }: Window, who: string): Promise<void> {
  await page.goto(`${trame.origin}/auth/login?returnTo=/espace`);
  const subject = JSON.parse(Buffer.from((await trame.tokenFor(who)).split(".")[1] ?? "", "base64url").toString()).sub;
  await page.locator(`button[value="${subject}"]`).click();
  await page.waitForURL(`${trame.origin}/espace`);
}

interface Self {
  trame: Trame;
  who: string;
  look: Look;
  window: Window;
  faults: string[];
  settled: Calm;
}

function doings({ trame, who, look, window, faults, settled }: Self) {
  const { page } = window;
  const main = page.locator("main");
  // A label goes on with its hint; a section may bear the same name.
  const field = (label: string): Locator =>
    main
      .getByLabel(new RegExp(`^${label}`))
      .and(main.locator("input, select, textarea, [contenteditable=true]"))
      .first();
  const looks = async (name: string) => {
    await shoot(page, `${who}-${name}-${look.width}`);
    faults.push(...(await faultsOf(page)).map((fault) => `${who}, ${name}: ${fault}`));
  };
  return {
    async goes(path: string) {
      await page.goto(`${trame.origin}${path}`);
      await settled();
      await looks(path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…").replaceAll("/", "_"));
    },
    async follows(link: string | RegExp) {
      await main.getByRole("link", { name: link }).first().click();
      await settled();
    },
    async fills(fields: Record<string, string>) {
      for (const [label, value] of Object.entries(fields)) await field(label).fill(value);
    },
    async chooses(fields: Record<string, string | RegExp>) {
      for (const [label, value] of Object.entries(fields)) {
        const choice = typeof value === "string" ? value : await optionLike(field(label), value);
        await field(label).selectOption({ label: choice });
      }
    },
    async ticks(...labels: (string | RegExp)[]) {
      // DSFR draws the box itself: the label is what a person presses.
      for (const label of labels) await main.locator("label").filter({ hasText: label }).first().click();
    },
    async presses(button: string | RegExp) {
      await main.getByRole("button", { name: button, exact: true }).first().click();
      await settled();
    },
    async opens(button: string) {
      const unfolds = main.getByRole("button", { name: button, exact: true, expanded: false });
      if ((await unfolds.count()) > 0) await unfolds.first().click();
    },
    async submits(button: string) {
      await main.locator("button[type=submit]").getByText(button, { exact: true }).first().click();
      await settled();
    },
    async arrives(at: RegExp) {
      await page.waitForURL(at);
      await settled();
      return new URL(page.url()).pathname;
    },
    async picks(label: string, text: string) {
      await field(label).fill(text);
      await main.getByRole("option").filter({ visible: true }).first().click();
    },
    async reads(text: string | RegExp) {
      const deadline = Date.now() + PATIENCE * 2;
      while (!(await seen(main, text))) {
        if (Date.now() > deadline) throw new Error(`${who} does not read ${text}:\n${await main.textContent()}`);
        await page.reload();
        await settled();
      }
    },
    async hears(text: string | RegExp) {
      await main.getByText(text).filter({ visible: true }).first().waitFor();
    },
    async isNotOffered(button: string | RegExp) {
      if ((await main.getByRole("button", { name: button }).count()) > 0)
        throw new Error(`${who} is offered ${button}`);
    },
    looks,
    async close() {
      faults.push(...window.complaints.map((complaint) => `${who}: ${complaint}`));
      await window.close();
    },
  };
}

const seen = (main: Locator, text: string | RegExp): Promise<boolean> =>
  main
    .getByText(text)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 3_000 })
    .then(
      () => true,
      () => false,
    );

async function optionLike(select: Locator, pattern: RegExp): Promise<string> {
  const labels = await select.locator("option").allTextContents();
  const found = labels.find((label) => pattern.test(label));
  if (!found) throw new Error(`no option like ${pattern} among ${labels.join(" | ")}`);
  return found;
}
