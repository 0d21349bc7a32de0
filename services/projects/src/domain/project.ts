import type { Application } from "./application.ts";
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
}

export type NewProject = Omit<Project, "version" | "state" | "groupComplete" | "engagedAt" | "publishedScenarioCount">;

export type ProjectFact =
  | { type: "ProjectOpened"; project: NewProject; application: Application }
  | { type: "ProjectEngaged"; at: Date }
  | { type: "GroupFellShort" }
  | { type: "ProjectStarted" };

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

const oneYearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

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

export function evolveProject(project: Project | null, fact: ProjectFact): Project {
  if (fact.type === "ProjectOpened") {
    return {
      ...fact.project,
      version: 0,
      state: "FORMING",
      groupComplete: false,
      engagedAt: null,
      publishedScenarioCount: 0,
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
  }
}
