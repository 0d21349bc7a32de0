import type { Page } from "playwright-core";
import { faultsOf, shoot, type Window } from "./browser.ts";

/** Reads one page in both languages without JavaScript: the link of the footer is all that it takes. */
export async function switchesWithoutScript({ page }: Window, address: string): Promise<void> {
  await page.goto(address);
  expect(await spoken(page)).toEqual(["fr", "fr_FR", "Citer et réutiliser"]);
  await page.locator("footer a[hreflang=en]").click();
  expect(page.url()).toBe(address);
  expect(await spoken(page)).toEqual(["en", "en_GB", "Credit and reuse"]);
  // What the team wrote stays French, and says so.
  expect(await page.locator("h1").getAttribute("lang")).toBe("fr");
  await page.locator("footer a[hreflang=fr]").click();
  expect(await spoken(page)).toEqual(["fr", "fr_FR", "Citer et réutiliser"]);
}

const spoken = async (page: Page) => [
  await page.locator("html").getAttribute("lang"),
  await page.locator("meta[property='og:locale']").getAttribute("content"),
  (await page.locator("h2").allTextContents()).find((title) => /^(Citer|Credit)/.test(title)),
];

/** Public pages and one's own in English, from one to the next as the browser renders them, then French again. */
export async function livesInEnglish(window: Window, origin: string, enter: () => Promise<void>, application: string) {
  const { page } = window;
  const faults: string[] = [];
  const look = async (name: string, heading: string | RegExp) => {
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await shoot(page, `anglais-${name}`);
    faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
  };
  await page.goto(`${origin}/scenarios`);
  await page.locator("header a[hreflang=en]").first().click();
  await look("scenarios", "Teaching scenarios");
  await page.locator("header").getByRole("link", { name: "Themes" }).click();
  await look("themes", "Themes");
  expect(await page.title()).toMatch(/^Themes –/);
  await enter();
  await look("espace", /^Hello /);
  await page.goto(`${origin}${application}`);
  await page.getByRole("heading", { name: "History" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.goto(`${origin}/espace`);
  await page.locator("header .account summary").click();
  await page.locator("header .account a[hreflang=fr]").click();
  await page.getByRole("heading", { level: 1, name: /^Bonjour / }).waitFor();
  return [...faults, ...window.complaints];
}
