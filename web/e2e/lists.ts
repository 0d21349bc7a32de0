import { readFile } from "node:fs/promises";
import type { Trame } from "../../services/kit/dev/supervisor.ts";
import { faultsOf, shoot, type Window } from "./browser.ts";

type Page = Window["page"];

const PILL = /Retirer le filtre.*État : Retenue/;

/** A list as a person uses it: narrows it, goes back, chooses columns, sends the address to a colleague, exports it. */
export async function findsInLists(window: Window, colleague: Window, trame: Trame, enter: Enter): Promise<string[]> {
  const { page } = window;
  const faults: string[] = [];
  await page.goto(`${trame.origin}/espace/candidatures`, { waitUntil: "networkidle" });
  await page.locator("select#etat").selectOption("RETAINED");
  await page.getByRole("button", { name: "Filtrer" }).click();
  const pill = page.getByRole("link", { name: PILL });
  await pill.waitFor();
  const narrowed = await total(page);

  await pill.click();
  await pill.waitFor({ state: "detached" });
  expect(await total(page)).toBeGreaterThan(narrowed);
  expect(await page.evaluate("document.activeElement.tagName")).not.toBe("BODY");
  await page.goBack();
  await pill.waitFor();
  expect(await total(page)).toBe(narrowed);

  await page.getByText("Colonnes", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Campagne" }).check({ force: true });
  await page.getByRole("button", { name: "Afficher ces colonnes" }).click();
  await page.getByRole("columnheader", { name: "Campagne" }).waitFor();
  await shoot(page, "liste-colonnes");
  faults.push(...(await faultsOf(page)));

  await exports(page, narrowed);
  await isSent(page, colleague, enter, narrowed);
  return faults;
}

/** Signs in as somebody where the browser stands. */
export type Enter = (page: Page) => Promise<void>;

const total = async (page: Page) =>
  Number.parseInt((await page.locator("main h2 [role=status]").textContent()) ?? "", 10);

async function exports(page: Page, rows: number): Promise<void> {
  const csv = (await downloaded(page, "CSV")).toString("utf8");
  const [headings = "", ...lines] = csv.trimEnd().split("\r\n");
  expect(headings).toMatch(/^\uFEFFCandidature;Académie;Thème;Campagne;État;Déposée le;Déposée le \(ISO 8601\)$/);
  expect(lines.length).toBe(rows);
  expect((await downloaded(page, "XLSX (Excel)")).subarray(0, 2).toString()).toBe("PK");
}

async function downloaded(page: Page, kind: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: kind, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

async function isSent(page: Page, colleague: Window, enter: Enter, rows: number): Promise<void> {
  await colleague.page.goto(page.url());
  await enter(colleague.page);
  await colleague.page.waitForURL(page.url());
  await colleague.page.getByRole("columnheader", { name: "Campagne" }).waitFor();
  await colleague.page.getByRole("link", { name: PILL }).waitFor();
  // Each sees what her own rights let her see.
  expect(await total(colleague.page)).toBeLessThan(rows);
}
