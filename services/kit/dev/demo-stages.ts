import { topics } from "@trame/proto-schemas/topics";
import type { Service } from "./programs.ts";

/** The demonstration's order: each stage is written by its service, once the events of those before have arrived. */
export const DEMO_STAGES: readonly (readonly [Service, string])[] = [
  ["people", "persons"],
  ["projects", "campaigns"],
  ["people", "groups"],
  ["communications", "reviews"],
  ["projects", "launch"],
  ["meetings", "year"],
  ["scenarios", "scenarios"],
  ["communications", "diffusion"],
  ["people", "wrap-up"],
];

/** What each service hears: the events of all the others. */
export const HEARS: Record<Service, string[]> = {
  projects: [topics.people, topics.peopleState, topics.scenarios, topics.meetings, topics.communications],
  people: [topics.projects, topics.scenarios, topics.meetings, topics.communications],
  scenarios: [topics.projects, topics.people, topics.peopleState],
  meetings: [topics.projects, topics.people, topics.peopleState],
  communications: [topics.projects, topics.people, topics.peopleState, topics.scenarios, topics.meetings],
};
