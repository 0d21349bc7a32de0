import type { WorkshopFragment } from "../../gen/graphql.ts";
import { can, familyOf, type Held } from "../people/rights.ts";

type Viewer = (Held & { person: { id: string } }) | null | undefined;
type Place = Pick<WorkshopFragment, "authors" | "academies" | "theme" | "disciplines"> & {
  project?: Pick<NonNullable<WorkshopFragment["project"]>, "academy"> | null;
};

/** Which acts the viewer is shown on a scenario. */
export function scenarioRights(viewer: Viewer, scenario: Place) {
  const here = {
    academyCodes: familyOf(scenario.project?.academy),
    themeId: scenario.theme?.id,
    disciplineCodes: scenario.disciplines.map(({ code }) => code),
  };
  const participating = { ...here, academyCodes: scenario.academies.flatMap(familyOf) };
  const author = scenario.authors.some(({ person }) => person && person.id === viewer?.person.id);
  const member = can(viewer, "writeScenario", here);
  return {
    author,
    write: author || member,
    /** Of the project's group: its analysis is the group's. */
    member,
    /** Resources and digital services are declared by those who chose them. */
    declare: author,
    tryInClass: author || member,
    propose: can(viewer, "proposeScenario", here),
    review: !author && can(viewer, "reviewScenario", here),
    publish: can(viewer, "publishScenario", here),
    index: can(viewer, "publishScenario", participating),
  };
}

export type ScenarioRights = ReturnType<typeof scenarioRights>;
