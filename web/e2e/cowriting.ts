import { faultsOf, shoot, type Window } from "./browser.ts";

type Page = Window["page"];
// biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
type Ask = (who: string, query: string) => Promise<any>;

interface Writing {
  /** Of two persons of one group, the second in a narrow window and in the dark. */
  one: Window;
  other: Window;
  origin: string;
  ask: Ask;
}

/** Two write a scenario at once; one loses the network and comes back; what both read is what is stored. */
export async function writeTogether({ one, other, origin, ask }: Writing): Promise<string[]> {
  const id = await begun(ask);
  const path = `${origin}/espace/scenarios/${id}`;
  const faults: string[] = [];
  for (const { page } of [one, other]) {
    await page.goto(path, { waitUntil: "networkidle" });
    await state(page, "live");
  }
  await one.page.getByRole("list", { name: "Écrivent en ce moment" }).getByRole("listitem").waitFor();

  await Promise.all([type(one.page, "Le matin, "), type(other.page, "Le soir, ")]);
  await readsSame(one.page, other.page, ["Le matin, ", "Le soir, "]);
  await other.page.getByText(/, dans « Déroulé des séances »/).waitFor();
  await shoot(one.page, "ecrire-a-plusieurs-1280");
  await shoot(other.page, "ecrire-a-plusieurs-390");
  faults.push(...(await faultsOf(one.page)), ...(await faultsOf(other.page)));

  await one.context.setOffline(true);
  await state(one.page, "offline");
  await type(one.page, "écrit sans réseau ; ");
  await type(other.page, "écrit avec ; ");
  expect(await course(other.page).textContent()).not.toContain("sans réseau");
  await shoot(one.page, "ecrire-hors-ligne-1280");
  await one.context.setOffline(false);
  await readsSame(one.page, other.page, ["écrit sans réseau ; ", "écrit avec ; ", "Le matin, "]);

  await leavesByTab(one.page);
  await undoesOnlyOnesOwn(one.page, other.page);
  const read = await text(other.page);
  const stored = async () => (await ask("teacher", `{ scenario(id: "${id}") { course } }`)).scenario.course;
  await expectSoon(stored, read);
  return faults;
}

async function begun(ask: Ask): Promise<string> {
  const { viewer } = await ask("teacher", "{ viewer { academicGroups { project { id } } } }");
  const projectId = viewer.academicGroups[0].project.id;
  const { draftScenario } = await ask(
    "teacher",
    `mutation { draftScenario(input: { projectId: "${projectId}", title: "Écrit à plusieurs" }) {
       scenario { id } errors { message } } }`,
  );
  return draftScenario.scenario.id;
}

const course = (page: Page) => page.getByRole("textbox", { name: "Déroulé des séances" });

const state = (page: Page, name: string) => page.locator(`[data-live="${name}"]`).waitFor();

async function type(page: Page, words: string): Promise<void> {
  await course(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

async function readsSame(one: Page, other: Page, words: string[]): Promise<void> {
  await expectSoon(async () => {
    const [here, there] = [await text(one), await text(other)];
    return here === there && words.every((some) => here.includes(some));
  }, true);
  await state(one, "live");
  await state(other, "live");
}

/** Without the names that stand at the carets. */
const text = (page: Page): Promise<string> =>
  course(page).evaluate((content) =>
    [...content.querySelectorAll(".cm-line")]
      .map((line) => {
        const copy = line.cloneNode(true) as Element;
        for (const caret of copy.querySelectorAll(".live-caret")) caret.remove();
        return copy.textContent;
      })
      .join("\n"),
  );

async function leavesByTab(page: Page): Promise<void> {
  await course(page).focus();
  await page.keyboard.press("Tab");
  const left = await page.evaluate(
    "document.activeElement.closest('.cm-content')?.getAttribute('aria-labelledby') ?? ''",
  );
  expect(left).not.toBe(await course(page).getAttribute("aria-labelledby"));
}

async function undoesOnlyOnesOwn(one: Page, other: Page): Promise<void> {
  const before = await text(other);
  await type(one, "de trop");
  await expectSoon(() => text(other), `${before}de trop`);
  await one.keyboard.press("Control+z");
  await expectSoon(async () => (await text(other)).includes("de trop"), false);
  expect(await text(other)).toContain("écrit avec ; ");
}

async function expectSoon<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found === wanted) return;
    if (Date.now() > until) expect(found).toEqual(wanted);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
