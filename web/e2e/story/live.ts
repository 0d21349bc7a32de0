import type { Trame } from "../../../services/kit/dev/supervisor.ts";
import type { Look } from "../browser.ts";
import { apply, correct, openTheCall, select } from "./call.ts";
import { publishScenario } from "./class.ts";
import { pay } from "./pay.ts";
import { next, passTo, type Setting, withCast } from "./setting.ts";
import { completeTheTeam, launch } from "./team.ts";
import { convene, lead, synthesise } from "./theme.ts";
import { analyse, meet, relay } from "./year.ts";

/** The programme's year, each step at its person's own browser; what is wrong with a page that they saw. */
export async function live(trame: Trame, turn: string, look: Look): Promise<string[]> {
  const setting: Setting = { trame, look, turn, faults: [] };
  const told = <T>(step: string, done: Promise<T>): Promise<T> => {
    process.stderr.write(`  ${turn} : ${step}\n`);
    return done;
  };
  await withCast(setting, async (cast) => {
    const call = await told("l’appel", openTheCall(setting, cast));
    const application = await told("la candidature", apply(setting, cast, call));
    await told("la correction", correct(cast, application));
    await told("la sélection", select(cast, call, application));
    await told("l’équipe", completeTheTeam(cast, application));
    await told("le lancement", launch(cast, call));
    await told("le scénario", publishScenario(setting, cast));
    await told("la lettre", relay(setting, cast));
    await told("la réunion", meet(setting, cast));
    await told("la participation", analyse(setting, cast));
    const meeting = await told("la convocation nationale", convene(cast, call));
    await told("la réunion nationale", lead(setting, cast, meeting));
    await told("le premier versement", pay(setting, cast, 1));
    await passTo(trame, await next(setting, "06-10"));
    await told("le second versement", pay(setting, cast, 2));
    await told("la synthèse", synthesise(setting, cast, call));
  });
  return setting.faults;
}
