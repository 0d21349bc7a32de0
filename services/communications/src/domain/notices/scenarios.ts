import type { Announcement } from "../notice.ts";
import { told } from "./told.ts";

export interface ScenarioTold {
  id: string;
  slug: string;
  title: string;
  themeId: string;
  academyCodes: readonly string[];
  authors: readonly { personId: string }[];
}

const page = ({ id }: ScenarioTold) => `/espace/scenarios/${id}`;

const authorsOf = ({ authors }: ScenarioTold) => [...new Set(authors.map(({ personId }) => personId))];
const within = ({ themeId, academyCodes }: ScenarioTold, role: string) =>
  academyCodes.map((academyCode) => ({ role, themeId, academyCode }));

/** Its authors and the référents of their academies. */
const makers = (scenario: ScenarioTold) => ({
  personIds: authorsOf(scenario),
  audiences: within(scenario, "REFERENT"),
});

/** To the group's pilot and the academies' IAN, never to an author. */
export const scenarioProposed = (scenario: ScenarioTold, version: number, at: Date): Announcement =>
  told(["scenario-proposed", scenario.id, version], at, {
    kind: "SCENARIO_TO_REVIEW",
    audiences: [
      ...within(scenario, "PILOT"),
      ...scenario.academyCodes.map((academyCode) => ({ role: "IAN", academyCode })),
    ],
    exceptIds: authorsOf(scenario),
    title: `Scénario à relire : ${scenario.title}`,
    text: "Il vous est proposé pour relecture.",
    path: page(scenario),
    about: scenario.id,
  });

export const scenarioReviewed = (scenario: ScenarioTold, outcome: string, version: number, at: Date): Announcement =>
  told(["scenario-reviewed", scenario.id, version], at, {
    kind: "SCENARIO_REVIEWED",
    ...makers(scenario),
    title: `${outcome === "RETURNED" ? "Scénario à reprendre" : "Relecture favorable"} : ${scenario.title}`,
    text: outcome === "RETURNED" ? "La relecture demande des changements." : "Le scénario peut être publié.",
    path: page(scenario),
    about: scenario.id,
  });

export const scenarioPublished = (scenario: ScenarioTold, version: number, at: Date): Announcement =>
  told(["scenario-published", scenario.id, version], at, {
    kind: "SCENARIO_PUBLISHED",
    ...makers(scenario),
    title: `Scénario publié : ${scenario.title}`,
    text: "Il est en ligne, et les lettres et les flux le relaient.",
    path: `/scenarios/${scenario.slug}`,
    about: scenario.id,
  });

export const scenarioWithdrawn = (scenario: ScenarioTold, version: number, at: Date): Announcement =>
  told(["scenario-withdrawn", scenario.id, version], at, {
    kind: "SCENARIO_WITHDRAWN",
    ...makers(scenario),
    title: `Scénario retiré : ${scenario.title}`,
    text: "Il n'est plus montré au public.",
    path: page(scenario),
    about: scenario.id,
  });

/** R59: a colleague's feedback, to the authors. */
export const feedbackGiven = (scenario: ScenarioTold, feedbackId: string, authorId: string, at: Date): Announcement =>
  told(["feedback-given", feedbackId], at, {
    kind: "SCENARIO_FEEDBACK",
    personIds: authorsOf(scenario),
    exceptIds: [authorId],
    title: `Retour d'expérience : ${scenario.title}`,
    text: "Un·e collègue a essayé votre scénario et le raconte.",
    path: `/scenarios/${scenario.slug}`,
    about: scenario.id,
  });
