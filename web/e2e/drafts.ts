import type { Trame } from "../../services/kit/dev/supervisor.ts";
import { faultsOf, shoot, type Window } from "./browser.ts";
import type { Enter } from "./lists.ts";

type Page = Window["page"];
// biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
type Ask = (who: string, query: string) => Promise<any>;

interface Writing {
  window: Window;
  other: Window;
  trame: Trame;
  ask: Ask;
  enter: Enter;
}

/** A text that is written through a cut network, the end of a session, another person's changes and a hasty click. */
export async function writesADraft({ window, other, trame, ask, enter }: Writing): Promise<string[]> {
  const { page } = window;
  const id = await begun(ask);
  const path = `${trame.origin}/espace/scenarios/${id}`;
  const stored = async () => (await ask("teacher", `{ scenario(id: "${id}") { title } }`)).scenario.title;
  await page.goto(path, { waitUntil: "networkidle" });
  const faults: string[] = [];

  await title(page).fill("Écrit en ligne.");
  await state(page, "saved");
  expect(await page.locator(".save-state[data-state]").textContent()).toMatch(/^Enregistré à \d+\s?h\s?\d\d/);

  await window.context.setOffline(true);
  await title(page).fill("Écrit sans réseau.");
  await state(page, "offline");
  await staysWhenAsked(page, path);
  await window.context.setOffline(false);
  await state(page, "saved");
  expect(await stored()).toBe("Écrit sans réseau.");

  await window.context.clearCookies();
  await title(page).fill("Écrit après la fin de la session.");
  await state(page, "ended");
  await shoot(page, "brouillon-session-terminee");
  faults.push(...(await faultsOf(page)));
  await page.getByRole("link", { name: "Se reconnecter et reprendre" }).click();
  await enter(page);
  await page.waitForURL(path);
  await state(page, "saved");
  expect([await title(page).inputValue(), await stored()]).toEqual(Array(2).fill("Écrit après la fin de la session."));

  await other.page.goto(path, { waitUntil: "networkidle" });
  // Without the network the page does not hear of the other's change.
  await window.context.setOffline(true);
  await title(page).fill("Écrit par moi.");
  await state(page, "offline");
  await title(other.page).fill("Écrit par l’autre.");
  await state(other.page, "saved");
  await window.context.setOffline(false);
  await page.getByRole("button", { name: "Garder la mienne" }).waitFor();
  await shoot(page, "brouillon-conflit");
  faults.push(...(await faultsOf(page)));
  expect(await page.locator(".conflict").textContent()).toContain("Écrit par l’autre.");
  await page.getByRole("button", { name: "Garder la mienne" }).click();
  await state(page, "saved");
  expect(await stored()).toBe("Écrit par moi.");

  await takesBack(page);
  return faults;
}

/** A scenario of this run's own, so that a second run on the same data finds nothing of the first. */
async function begun(ask: Ask): Promise<string> {
  const { viewer } = await ask("teacher", "{ viewer { academicGroups { project { id } } } }");
  const projectId = viewer.academicGroups[0].project.id;
  const { draftScenario } = await ask(
    "teacher",
    `mutation { draftScenario(input: { projectId: "${projectId}", title: "Brouillon d’essai" }) {
       scenario { id } errors { message } } }`,
  );
  return draftScenario.scenario.id;
}

/** One value, not a text that several write at once: here the last change would win, and the person is asked. */
const title = (page: Page) => page.getByLabel("Titre", { exact: true }).first();

const state = (page: Page, name: string) => page.locator(`.save-state[data-state="${name}"]`).waitFor();

/** What cannot be saved is not left without a question. */
async function staysWhenAsked(page: Page, path: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Réunions" }).click();
  await page.getByRole("button", { name: "Rester sur la page" }).click();
  expect(page.url()).toBe(path);
}

async function takesBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Déclarer une ressource/ }).click();
  await page.getByLabel("Titre", { exact: true }).last().fill("Carte des vents");
  await page.getByRole("button", { name: "Déclarer", exact: true }).click();
  await page.getByRole("button", { name: /Retirer.*Carte des vents/ }).click();
  await page.getByText("Ressource retirée : Carte des vents").waitFor();
  await shoot(page, "brouillon-annuler");
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await page.getByRole("heading", { name: "Carte des vents" }).waitFor();
}
