import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTrame, type Trame } from "../../services/kit/dev/supervisor.ts";
import type { Look } from "./browser.ts";
import { apply, openTheCall, select } from "./story/call.ts";
import { publishScenario } from "./story/class.ts";
import { pay } from "./story/pay.ts";
import { type Setting, withCast } from "./story/setting.ts";
import { completeTheTeam, launch } from "./story/team.ts";
import { analyse, meet, relay } from "./story/year.ts";

jest.setTimeout(900_000);

const inBrowser = process.env.CHROMIUM_PATH ? test : test.skip;
if (!process.env.CHROMIUM_PATH) console.warn("Chromium : passé, CHROMIUM_PATH n'est pas donné");

let dataDir: string;
let trame: Trame;

beforeAll(async () => {
  if (!process.env.CHROMIUM_PATH) return;
  dataDir = mkdtempSync(join(tmpdir(), "trame-story-"));
  trame = await startTrame({ dataDir, ports: "free", demo: "small" });
});
afterAll(async () => {
  await trame?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

/** The programme's year, each step at its person's own browser; what is wrong with a page that they saw. */
async function live(turn: string, look: Look): Promise<string[]> {
  const setting: Setting = { trame, look, turn, faults: [] };
  const told = <T>(step: string, done: Promise<T>): Promise<T> => {
    process.stderr.write(`  ${turn} : ${step}\n`);
    return done;
  };
  await withCast(setting, async (cast) => {
    const call = await told("l’appel", openTheCall(setting, cast));
    const application = await told("la candidature", apply(setting, cast, call));
    await told("la sélection", select(cast, call, application));
    await told("l’équipe", completeTheTeam(cast, application));
    await told("le lancement", launch(cast, call));
    await told("le scénario", publishScenario(setting, cast));
    await told("la lettre", relay(setting, cast));
    await told("la réunion", meet(setting, cast));
    await told("la participation", analyse(setting, cast));
    await told("les versements", pay(setting, cast));
  });
  return setting.faults;
}

inBrowser(
  "ten persons live the programme from the call to the second payment, each at her or his browser",
  async () => {
    expect(await live("2020-2021", { width: 1280, colorScheme: "light" })).toEqual([]);
  },
);

inBrowser("the same persons live another year on the same data, on telephones in the dark", async () => {
  expect(await live("2021-2022", { width: 390, colorScheme: "dark" })).toEqual([]);
});
