import { creditSentence } from "../domain/credit.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { Loaders } from "./loaders.ts";

/** The authors' names in order, each once: as published, else as they are now; who was erased is told no more. */
export async function authorNames(scenario: Pick<Scenario, "authors">, load: Loaders): Promise<Map<string, string>> {
  const ids = [...new Set(scenario.authors.map(({ personId }) => personId))];
  const persons = await load.person.loadMany(ids);
  const current = new Map(persons.flatMap((found) => (found && "id" in found ? [[found.id, found.displayName]] : [])));
  const names = scenario.authors.map(
    ({ personId, publishedName }) => [personId, publishedName ?? current.get(personId) ?? ""] as const,
  );
  return new Map(names.filter(([, name]) => name !== ""));
}

/** The sentence to paste under a reuse (R06). */
export async function creditOf(scenario: Scenario, load: Loaders, origin: string): Promise<string> {
  const [names, academies, campaign] = await Promise.all([
    authorNames(scenario, load),
    load.academies(),
    load.campaign.load(scenario.campaignId),
  ]);
  return creditSentence({
    title: scenario.title,
    names: [...new Set(names.values())],
    academies: scenario.academyCodes.flatMap((code) => academies.find((one) => one.code === code)?.label ?? []),
    campaign: campaign?.label ?? null,
    licence: scenario.licence,
    address: scenario.openAddress?.url ?? `${origin}/scenarios/${scenario.slug}`,
    origin: scenario.origins.at(-1)?.credit,
  });
}
