import type { Page, Request } from "playwright-core";

/** Resolves when the page is hydrated and has nothing more under way. */
export type Calm = () => Promise<void>;

/** What a command asks for, it asks for at once: Playwright's own `networkidle` would wait half a second each time. */
const QUIET = 120;

export function watchRequests(page: Page): Calm {
  const underWay = new Set<Request>();
  let since = Date.now();
  const note = (change: () => void) => () => {
    change();
    since = Date.now();
  };
  page.on("request", (request) => note(() => underWay.add(request))());
  for (const end of ["requestfinished", "requestfailed"] as const) {
    page.on(end as "requestfinished", (request) => note(() => underWay.delete(request))());
  }
  return async () => {
    // DSFR begins when the whole page is hydrated, and says so at the root. Letters are not the portal's pages.
    await page.locator("html[data-fr-js], html:not(:has(#apollo-state))").waitFor({ state: "attached" });
    while (underWay.size > 0 || Date.now() - since < QUIET) await page.waitForTimeout(40);
  };
}
