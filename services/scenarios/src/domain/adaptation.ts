import { type Refusal, refuse, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { textOf } from "./kept.ts";
import { termsOf } from "./licences.ts";
import type { NewScenario, Scenario, ScenarioFact } from "./scenario.ts";
import { draftScenario } from "./writing.ts";

/** What a scenario was made from, as it stood on that day: it stays when the other changes or goes. */
export interface Origin {
  scenarioId: string;
  versionNumber: number;
  title: string;
  /** The page that told it. */
  page: string;
  /** The sentence that names its authors, its academies and what it was itself made from. */
  credit: string;
  licence: string | null;
}

/**
 * A team makes its own of another's published scenario (R06): its words, resources and services are taken over, its
 * authors stay named with all who came before; what was tried in class, the address and the reviews are its own to make.
 */
export function adaptScenario(
  from: Scenario,
  scenario: NewScenario,
  { projectState, credit, page }: { projectState: string; credit: string; page: string },
): ScenarioFact[] {
  refuseAll(adaptable(from, scenario.projectId));
  const { title, licence, versionNumber } = from;
  const origin: Origin = { scenarioId: from.id, versionNumber, title, page, credit, licence };
  return [
    ...draftScenario(scenario, projectState),
    {
      type: "ScenarioAdapted",
      origins: [...from.origins, origin],
      text: { ...textOf(from), title: scenario.title },
      // Files stay with the scenario that holds them: they are still read there.
      resources: from.resources.map((resource) => ({ ...resource, file: null, sourceUrl: resource.sourceUrl ?? page })),
      digitalServices: from.digitalServices,
    },
  ];
}

function adaptable({ state, licence, projectId }: Scenario, intoProject: string): Refusal[] {
  if (state !== "PUBLISHED") refuse(refusals.adaptPublishedOnly());
  return [
    ...(projectId === intoProject ? [refusals.adaptOwn()] : []),
    ...(!licence?.trim() || termsOf(licence)?.noDerivatives ? [refusals.licenceForbidsAdaptation(licence)] : []),
  ];
}
