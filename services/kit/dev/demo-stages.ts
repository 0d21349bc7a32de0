import type { Service } from "./programs.ts";

/** The demonstration's order: each stage is written by its service, once the events of those before have arrived. */
export const DEMO_STAGES: readonly (readonly [Service, string])[] = [
  ["people", "persons"],
  ["projects", "campaigns"],
  ["people", "groups"],
  ["communications", "reviews"],
  ["projects", "launch"],
  ["projects", "pay"],
  ["meetings", "year"],
  ["scenarios", "scenarios"],
  ["communications", "diffusion"],
  ["people", "wrap-up"],
];

/** Persons, mandates and academies only: enough to sign in and to live the story from its first step. */
export const SMALL_STAGES = DEMO_STAGES.slice(0, 1);
