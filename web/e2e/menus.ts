import { faultsOf, type Window } from "./browser.ts";

/** By the keyboard alone: a menu of the navigation, then what is personal. Answers what is wrong. */
export async function opensMenus({ page }: Window): Promise<string[]> {
  const faults: string[] = [];
  const expectation = (met: boolean, what: string) => met || faults.push(what);
  const projects = page.locator("#fr-header-main-navigation button[data-fr-js-collapse-button]", {
    hasText: "Projets",
  });
  await projects.press("Enter");
  await page.locator("#fr-header-main-navigation a", { hasText: "Candidatures" }).waitFor();
  faults.push(...(await faultsOf(page)));
  await projects.press("Escape");
  const name = page.locator(".account > summary");
  const mandates = page.locator(".account a", { hasText: "Mes mandats" });
  await name.press("Enter");
  await mandates.waitFor();
  faults.push(...(await faultsOf(page)));
  await mandates.press("Escape");
  expectation(!(await mandates.isVisible()), "Escape leaves the personal menu open");
  expectation((await page.locator(".account > summary:focus").count()) === 1, "Escape loses the focus");
  await name.press("Enter");
  await mandates.press("Enter");
  await page.waitForURL("**/espace/mandats");
  expectation(!(await mandates.isVisible()), "the menu stays open over the page that it led to");
  return faults;
}

/** Without a script every menu stands open or opens by itself. */
export async function findsMenusWithoutScript({ page }: Window, address: string): Promise<string[]> {
  await page.goto(address);
  const themes = page.locator("#fr-header-main-navigation a", { hasText: "Thèmes" });
  return (await themes.isVisible()) ? [] : ["the navigation is not to be seen without a script"];
}
