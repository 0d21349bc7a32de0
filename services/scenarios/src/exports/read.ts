import { ANONYMOUS } from "@trame/kit/actor";
import type { Db } from "../database.ts";
import type { Scenario } from "../domain/scenario.ts";
import { authorNames, creditOf } from "../store/credit.ts";
import { createLoaders } from "../store/loaders.ts";
import type { Told } from "./sheet.ts";

/** What a sheet tells, in a handful of statements. */
export async function told(db: Db, scenario: Scenario, origin: string): Promise<Told> {
  const load = createLoaders(db, ANONYMOUS);
  const [names, credit, academies, disciplines, theme, campaign] = await Promise.all([
    authorNames(scenario, load),
    creditOf(scenario, load, origin),
    load.academies(),
    load.disciplines(),
    load.theme.load(scenario.themeId),
    load.campaign.load(scenario.campaignId),
  ]);
  const concepts = await load.concept.loadMany([...scenario.levels, ...scenario.competences]);
  const labels = new Map(concepts.flatMap((one) => (one && "uri" in one ? [[one.uri, one.label]] : [])));
  const labelled = (all: readonly { code: string; label: string }[], codes: readonly string[]) =>
    codes.map((code) => all.find((one) => one.code === code)?.label ?? code);
  return {
    scenario,
    names,
    credit,
    academies: labelled(academies, scenario.academyCodes),
    disciplines: labelled(disciplines, scenario.disciplineCodes),
    levels: scenario.levels.map((uri) => labels.get(uri) ?? uri),
    competences: scenario.competences.map((code) => `${code} ${labels.get(code) ?? ""}`.trim()),
    theme: theme?.title ?? null,
    campaign: campaign?.label ?? null,
    page: `${origin}/scenarios/${scenario.slug}`,
    origins: scenario.origins.map((origin) => origin.credit),
  };
}
