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
