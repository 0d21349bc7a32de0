import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTrame, type Trame } from "../../services/kit/dev/supervisor.ts";
import { faultsOf, type Look, openWindow, shoot, type Window } from "./browser.ts";
import { writeTogether } from "./cowriting.ts";
import { writesADraft } from "./drafts.ts";
import { livesInEnglish, switchesWithoutScript } from "./languages.ts";
import { findsInLists } from "./lists.ts";
import { findsMenusWithoutScript, opensMenus } from "./menus.ts";
import { operatesThrough } from "./operations.ts";

jest.setTimeout(900_000);

const inBrowser = process.env.CHROMIUM_PATH ? test : test.skip;
if (!process.env.CHROMIUM_PATH) console.warn("Chromium : passé, CHROMIUM_PATH n'est pas donné");

let dataDir: string;
let trame: Trame;
let found: Found;

/** Things of the demonstration that pages show. */
interface Found {
  project: string;
  theme: string;
  slug: string;
  application: string;
  group: string;
  nationalGroup: string;
  scenario: string;
  meeting: string;
  edition: string;
  campaign: string;
  instalment: string;
}

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  dataDir = mkdtempSync(join(tmpdir(), "trame-e2e-"));
  trame = await startTrame({ dataDir, ports: "free", demo: true, log: (line) => process.stderr.write(`  ${line}\n`) });
  found = await findThings();
});
afterAll(async () => {
  await trame?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

async function ask(who: string, query: string) {
  const response = await fetch(`${trame.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await trame.tokenFor(who)}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
  return data as any;
}

async function findThings(): Promise<Found> {
  const { viewer } = await ask(
    "referent",
    "{ viewer { academicGroups { id theme { id nationalGroup { id } } project { id application { id } } } } }",
  );
  const [group] = viewer.academicGroups;
  const theme = group.theme.id;
  const data = await ask(
    "referent",
    `{ currentCampaign { id }
       scenarios(filter: { themeId: "${theme}" }, first: 1) { nodes { id slug } }
       meetings(filter: { themeId: "${theme}" }, first: 1) { nodes { id } } }`,
  );
  const { newsletters } = await ask("editor", "{ newsletters { draft { id items { id } } } }");
  const draft = newsletters.find((one: { draft: { items: [] } | null }) => (one.draft?.items.length ?? 0) > 0)?.draft;
  const { instalments } = await ask(
    "pilot",
    "{ instalments(filter: { states: [PLANNED] }, first: 1) { nodes { id } } }",
  );
  return {
    theme,
    project: group.project.id,
    group: group.id,
    nationalGroup: group.theme.nationalGroup.id,
    application: group.project.application.id,
    scenario: data.scenarios.nodes[0].id,
    slug: data.scenarios.nodes[0].slug,
    meeting: data.meetings.nodes[0].id,
    edition: draft.id,
    campaign: data.currentCampaign.id,
    instalment: instalments.nodes[0].id,
  };
}

const LOOKS: Look[] = [
  { width: 1280, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
];

const publicPages = (): Record<string, string> => ({
  accueil: "/",
  themes: "/themes",
  theme: `/themes/${found.theme}`,
  academies: "/academies",
  academie: "/academies/14",
  scenarios: "/scenarios?discipline=svt",
  scenario: `/scenarios/${found.slug}`,
  version: `/scenarios/${found.slug}/versions/1`,
  lettres: "/lettres",
  participation: "/participation",
  participationParTheme: "/participation?axe=theme&chiffre=attended&discipline=svt",
  projet: `/projets/${found.project}`,
  accessibilite: "/accessibilite",
  planAccessibilite: "/accessibilite/plan",
  donnees: "/donnees-personnelles",
  contact: "/contact",
  licences: "/licences",
  plan: "/plan-du-site",
  signaler: "/signaler?page=/themes",
});

/** Where each person does her or his step of the story. */
const signedInPages = (): Record<string, Record<string, string>> => ({
  programme: {
    accueil: "/espace",
    signalements: "/espace/signalements",
    campagnes: "/espace/campagnes",
    campagne: `/espace/campagnes/${found.campaign}`,
    candidatures: "/espace/candidatures",
    theme: `/espace/themes/${found.theme}`,
    selection: `/espace/campagnes/${found.campaign}/selection`,
    reglages: `/espace/campagnes/${found.campaign}/reglages`,
    versements: "/espace/versements?etat=REJECTED",
    lignes: "/espace/versements/lignes?versement=1",
    enveloppes: "/espace/enveloppes",
  },
  pilot: {
    accueil: "/espace",
    signatures: "/espace/candidatures/a-cosigner",
    versement: `/espace/versements/${found.instalment}`,
  },
  dan: { donnees: "/espace/donnees", national: `/espace/groupes-nationaux/${found.nationalGroup}` },
  referent: {
    accueil: "/espace",
    candidature: `/espace/candidatures/${found.application}`,
    groupe: `/espace/groupes/${found.group}`,
    reunion: `/espace/reunions/${found.meeting}`,
    reunions: "/espace/reunions",
    annuaire: "/espace/annuaire",
    supports: "/espace/supports",
    notifications: "/espace/notifications",
    preferences: "/espace/preferences",
    recherches: "/espace/recherches",
    rechercheNouvelle: "/espace/recherches/nouvelle?q=biodiversite",
    mandats: "/espace/mandats",
    mesDonnees: "/espace/mes-donnees",
  },
  expert: { theme: `/espace/themes/${found.theme}`, national: `/espace/groupes-nationaux/${found.nationalGroup}` },
  teacher: {
    scenarios: "/espace/scenarios",
    scenario: `/espace/scenarios/${found.scenario}`,
    versions: `/espace/scenarios/${found.scenario}/versions`,
    adaptation: `/espace/scenarios/nouveau?adapter=${found.scenario}`,
    mesVersements: "/espace/mes-versements",
  },
  editor: { lettres: "/espace/lettres", numero: `/espace/lettres/${found.edition}`, relais: "/espace/lettres/relais" },
  analyst: { participation: "/espace/participation" },
  admin: {
    courriels: "/espace/courriels",
    exploitation: "/espace/exploitation",
    service: "/espace/exploitation/people",
    echeancier: "/espace/exploitation/projects/echeancier",
    journal: "/espace/exploitation/people/journal",
  },
});

const origins = () => [trame.origin, trame.urls.oidc.replace("127.0.0.1", "localhost")];

async function visit({ page }: Window, path: string, name: string): Promise<string[]> {
  const response = await page.goto(`${trame.origin}${path}`, { waitUntil: "networkidle" });
  await shoot(page, name);
  const status = response?.status() ?? 0;
  const heading = await page.locator("h1").count();
  return [
    ...(status === 200 ? [] : [`status ${status}`]),
    ...(heading === 1 ? [] : [`${heading} main headings`]),
    ...(await faultsOf(page)),
  ].map((fault) => `${name}: ${fault}`);
}

inBrowser(
  "every public page is accessible, fits and stays at home, at 1280 px in the light and at 390 px in the dark",
  async () => {
    const faults: string[] = [];
    for (const look of LOOKS) {
      const window = await openWindow(look, origins());
      for (const [name, path] of Object.entries(publicPages())) {
        faults.push(...(await visit(window, path, `${name}-${look.width}-${look.colorScheme}`)));
      }
      faults.push(...window.complaints);
      await window.close();
    }
    expect(faults).toEqual([]);
  },
);

inBrowser("each person signs in and finds the screens of her or his step, accessible at both widths", async () => {
  const faults: string[] = [];
  for (const look of LOOKS) {
    for (const [who, pages] of Object.entries(signedInPages())) {
      const window = await openWindow(look, origins());
      await signIn(window, who);
      for (const [name, path] of Object.entries(pages)) {
        faults.push(...(await visit(window, path, `${who}-${name}-${look.width}-${look.colorScheme}`)));
      }
      faults.push(...window.complaints);
      await window.close();
    }
  }
  expect(faults).toEqual([]);
});

/** Through the development provider's page of persons, as a person does. */
async function signIn(window: Window, who: string): Promise<void> {
  await window.page.goto(`${trame.origin}/auth/login?returnTo=/espace`);
  await enterAs(who)(window.page);
  await window.page.waitForURL(`${trame.origin}/espace`);
}

const enterAs = (who: string) => async (page: Window["page"]) => {
  const [, claims = ""] = (await trame.tokenFor(who)).split(".");
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string };
  await page.locator(`button[value="${sub}"]`).click();
};

inBrowser("the menus work by the keyboard, and are open to whoever has no JavaScript", async () => {
  const window = await openWindow({ width: 1280, colorScheme: "light" }, origins());
  await signIn(window, "programme");
  expect([...(await opensMenus(window)), ...window.complaints]).toEqual([]);
  await window.close();
  const plain = await openWindow({ width: 390, colorScheme: "dark", javaScriptEnabled: false }, origins());
  expect(await findsMenusWithoutScript(plain, `${trame.origin}/scenarios`)).toEqual([]);
  await plain.close();
});

inBrowser("public pages are complete without JavaScript, and the filters of the list work", async () => {
  const window = await openWindow({ width: 1280, colorScheme: "light", javaScriptEnabled: false }, origins());
  const { page } = window;
  for (const path of Object.values(publicPages())) {
    await page.goto(`${trame.origin}${path}`);
    expect([path, ((await page.locator("main").textContent()) ?? "").length > 200]).toEqual([path, true]);
    expect(await page.locator("meta[name=description]").getAttribute("content")).not.toBe("");
  }
  await page.goto(`${trame.origin}/scenarios`);
  await page.fill("input[name=q]", "métadonnées");
  await page.locator("form:has(input[name=q]) button[type=submit]").first().click();
  expect(new URL(page.url()).searchParams.get("q")).toBe("métadonnées");
  await window.close();
});

inBrowser(
  "the portal speaks English when one chooses it, without JavaScript and with it, and French again",
  async () => {
    const plain = await openWindow({ width: 390, colorScheme: "dark", javaScriptEnabled: false }, origins());
    await switchesWithoutScript(plain, `${trame.origin}/scenarios/${found.slug}`);
    await plain.close();
    const window = await openWindow({ width: 1280, colorScheme: "light" }, origins());
    const enter = () => signIn(window, "referent");
    const application = `/espace/candidatures/${found.application}`;
    expect(await livesInEnglish(window, trame.origin, enter, application)).toEqual([]);
    await window.close();
  },
);

inBrowser(
  "a problem is reported without JavaScript from the page's foot, and the office finds it in its list",
  async () => {
    const reader = await openWindow({ width: 390, colorScheme: "light", javaScriptEnabled: false }, origins());
    await reader.page.goto(`${trame.origin}/themes/${found.theme}`);
    await reader.page.locator("footer a", { hasText: "Signaler un problème" }).click();
    await reader.page.locator("main button[type=submit]").click();
    expect(await reader.page.locator(".error-summary a").count()).toBe(1);
    await reader.page.selectOption("select[name=kind]", "CONTENT");
    await reader.page.fill("textarea[name=text]", "Une date est fausse sur cette page.");
    await reader.page.locator("main button[type=submit]").click();
    expect(await reader.page.locator("main [role=status]").textContent()).toContain("enregistré");
    await reader.close();
    const { problemReports } = await ask("programme", "{ problemReports(first: 1) { nodes { kind path } } }");
    expect(problemReports.nodes).toEqual([{ kind: "CONTENT", path: `/themes/${found.theme}` }]);
  },
);

inBrowser("an unknown address offers a search; engines find robots and both maps", async () => {
  const unknown = await fetch(`${trame.origin}/nulle-part`);
  expect([unknown.status, (await unknown.text()).includes('name="q"')]).toEqual([404, true]);
  const robots = await (await fetch(`${trame.origin}/robots.txt`)).text();
  const maps = [...robots.matchAll(/^Sitemap: (.*)$/gm)].map(([, address]) => address ?? "");
  expect(maps).toHaveLength(2);
  for (const map of maps) {
    const addresses = [...(await (await fetch(map)).text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, address]) => address,
    );
    expect(addresses.length).toBeGreaterThan(5);
    const answered = await fetch(addresses[0] ?? "");
    expect([addresses[0], answered.status]).toEqual([addresses[0], 200]);
  }
});

inBrowser("a stopped service leaves the rest of the page, and the page comes back with it", async () => {
  const window = await openWindow({ width: 1280, colorScheme: "light" }, origins());
  await trame.kill("meetings");
  const page = `${trame.origin}/themes/${found.theme}`;
  const response = await window.page.goto(page, { waitUntil: "networkidle" });
  await shoot(window.page, "theme-sans-reunions");
  const text = await window.page.locator("main").textContent();
  expect([response?.status(), text?.includes("indisponible")]).toEqual([200, true]);
  await trame.restart("meetings");
  await window.page.goto(page, { waitUntil: "networkidle" });
  expect(await window.page.locator("main").textContent()).not.toContain("indisponible");
  await window.close();
});

inBrowser(
  "an operator sees a message that failed, replays it once mended, gives another up with a reason, and finds both in the trail",
  async () => {
    const window = await openWindow({ width: 1280, colorScheme: "light" }, origins());
    await signIn(window, "admin");
    expect([...(await operatesThrough(window, trame)), ...window.complaints]).toEqual([]);
    await trame.kill("meetings");
    await window.page.goto(`${trame.origin}/espace/exploitation`, { waitUntil: "networkidle" });
    const parts = await window.page.locator("main section").allTextContents();
    const away = parts.filter((part) => part.includes("indisponible"));
    expect([parts.length, away.length, away[0]?.includes("Réunions")]).toEqual([5, 1, true]);
    await shoot(window.page, "exploitation-sans-reunions");
    await trame.restart("meetings");
    await window.close();
  },
);

const WIDE: Look = { width: 1280, colorScheme: "light" };
const NARROW: Look = { width: 390, colorScheme: "dark" };

inBrowser(
  "a list keeps its filters and columns in the address, which a colleague opens, and is exported as shown",
  async () => {
    const [window, colleague] = [await openWindow(WIDE, origins()), await openWindow(WIDE, origins())];
    await signIn(window, "programme");
    const faults = await findsInLists(window, colleague, trame, enterAs("expert"));
    expect([...faults, ...window.complaints, ...colleague.complaints]).toEqual([]);
    await window.close();
    await colleague.close();
  },
);

inBrowser(
  "a text that saves itself outlives a cut network, the end of a session, another's changes and a slip",
  async () => {
    const [window, other] = [await openWindow(WIDE, origins()), await openWindow(WIDE, origins())];
    await signIn(window, "teacher");
    await signIn(other, "teacher");
    const faults = await writesADraft({ window, other, trame, ask, enter: enterAs("teacher") });
    // The browser itself says that the network was cut.
    const complaints = window.complaints.filter((one) => !one.includes("ERR_INTERNET_DISCONNECTED"));
    expect([...faults, ...complaints, ...other.complaints]).toEqual([]);
    await window.close();
    await other.close();
  },
);

inBrowser(
  "two persons write a scenario at once, one loses the network, and what both read is what is stored",
  async () => {
    const [one, other] = [await openWindow(WIDE, origins()), await openWindow(NARROW, origins())];
    await signIn(one, "teacher");
    await signIn(other, "referent");
    const faults = await writeTogether({ one, other, origin: trame.origin, ask });
    const complaints = one.complaints.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"));
    expect([...faults, ...complaints, ...other.complaints]).toEqual([]);
    await one.close();
    await other.close();
  },
);
