import type { Application } from "./application.ts";
import { addYears } from "./calendar.ts";
import type { Theme } from "./theme.ts";

export type ProjectState = "FORMING" | "ENGAGED" | "RUNNING" | "CLOSED" | "ABANDONED";

/** A retained team: the project of an academy on a theme. */
export interface Project {
  id: string;
  version: number;
  applicationId: string;
  campaignId: string;
  themeId: string;
  academyCode: string;
  title: string;
  summary: string;
  disciplineCodes: string[];
  startsOn: string;
  endsOn: string;
  state: ProjectState;
  /** The academic group lacks nobody whose absence blocks (R30 to R42). */
  groupComplete: boolean;
  engagedAt: Date | null;
  /** At least one is due at the end of the year (R10). */
  publishedScenarioCount: number;
  /** Since when the year has ended without one (R10). */
  scenarioMissingAt: Date | null;
  /** Why it stopped. */
  abandoned: { reason: string; at: Date } | null;
}

type Later =
  | "version"
  | "state"
  | "groupComplete"
  | "engagedAt"
  | "publishedScenarioCount"
  | "scenarioMissingAt"
  | "abandoned";

export type NewProject = Omit<Project, Later>;

export type ProjectFact =
  | { type: "ProjectOpened"; project: NewProject; application: Application }
  | { type: "ProjectEngaged"; at: Date }
  | { type: "GroupFellShort" }
  | { type: "ProjectStarted" }
  | { type: "ProjectShortened"; endsOn: string }
  | { type: "ProjectAbandoned"; reason: string; at: Date }
  | { type: "ScenarioMissed"; at: Date }
  | { type: "ScenarioCame" };

/** A retained application becomes a project, for as long as it asked (R46). */
export function openProject(application: Application, theme: Theme): ProjectFact[] {
  if (!application.projectId) throw new Error("the application was not retained");
  const { id, campaignId, themeId, academyCode, title, problem, durationYears } = application;
  const endsOn = durationYears < theme.durationYears ? oneYearBefore(theme.endsOn) : theme.endsOn;
  const { disciplineCodes, startsOn } = theme;
  const where = { id: application.projectId, applicationId: id, campaignId, themeId, academyCode };
  const project = { ...where, title, summary: problem, disciplineCodes, startsOn, endsOn };
  return [{ type: "ProjectOpened", project, application }];
}

const oneYearBefore = (day: string) => addYears(day, -1);

/** The group is complete: the team is engaged, and at work at once when its theme is already launched. */
export function engage(project: Project, themeLaunched: boolean, at: Date): ProjectFact[] {
  if (project.groupComplete || project.state === "CLOSED" || project.state === "ABANDONED") return [];
  const start: ProjectFact[] = themeLaunched && project.state !== "RUNNING" ? [{ type: "ProjectStarted" }] : [];
  return [{ type: "ProjectEngaged", at }, ...start];
}

/** Somebody left: an engaged team is forming again, a running one works on and its gap is shown. */
export const fallShort = (project: Project): ProjectFact[] =>
  project.groupComplete ? [{ type: "GroupFellShort" }] : [];

/** The theme is launched. */
export const start = (project: Project): ProjectFact[] =>
  project.state === "ENGAGED" ? [{ type: "ProjectStarted" }] : [];

const isOver = ({ state }: Project) => state === "CLOSED" || state === "ABANDONED";

/** The decision that retained it was reversed. */
export const abandon = (project: Project, reason: string, at: Date): ProjectFact[] =>
  isOver(project) ? [] : [{ type: "ProjectAbandoned", reason, at }];

/** Its theme ends earlier than it was to. */
export const shorten = (project: Project, endsOn: string): ProjectFact[] =>
  !isOver(project) && project.endsOn > endsOn ? [{ type: "ProjectShortened", endsOn }] : [];

/** At the end of a school year a team at work owes at least one published scenario (R10). */
export const checkScenarios = (project: Project, at: Date): ProjectFact[] =>
  !isOver(project) && project.publishedScenarioCount === 0 && !project.scenarioMissingAt
    ? [{ type: "ScenarioMissed", at }]
    : [];

/** One that comes late still counts (R10). */
export const scenarioCame = (project: Project): ProjectFact[] =>
  project.scenarioMissingAt && project.publishedScenarioCount > 0 ? [{ type: "ScenarioCame" }] : [];

export function evolveProject(project: Project | null, fact: ProjectFact): Project {
  if (fact.type === "ProjectOpened") {
    return {
      ...fact.project,
      version: 0,
      state: "FORMING",
      groupComplete: false,
      engagedAt: null,
      publishedScenarioCount: 0,
      scenarioMissingAt: null,
      abandoned: null,
    };
  }
  if (!project) throw new Error(`${fact.type} without a project`);
  switch (fact.type) {
    case "ProjectEngaged":
      return {
        ...project,
        state: project.state === "FORMING" ? "ENGAGED" : project.state,
        groupComplete: true,
        engagedAt: project.engagedAt ?? fact.at,
      };
    case "GroupFellShort":
      return { ...project, groupComplete: false, state: project.state === "ENGAGED" ? "FORMING" : project.state };
    case "ProjectStarted":
      return { ...project, state: "RUNNING" };
    case "ProjectShortened":
      return { ...project, endsOn: fact.endsOn };
    case "ProjectAbandoned":
      return { ...project, state: "ABANDONED", abandoned: { reason: fact.reason, at: fact.at } };
    case "ScenarioMissed":
      return { ...project, scenarioMissingAt: fact.at };
    case "ScenarioCame":
      return { ...project, scenarioMissingAt: null };
  }
}
