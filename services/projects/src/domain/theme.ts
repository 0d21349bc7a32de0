import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

export type ThemeKind = "DISCIPLINARY" | "INTERDISCIPLINARY" | "TRANSDISCIPLINARY";

export type ThemeState =
  | "DRAFT"
  | "AGREED"
  | "OPEN"
  | "CLOSED"
  | "LAUNCHED"
  | "YEAR_1"
  | "YEAR_2"
  | "SYNTHESISED"
  | "DIFFUSED";

export interface Milestone {
  title: string;
  dueOn: string;
}

export interface Theme {
  id: string;
  version: number;
  campaignId: string;
  title: string;
  questions: string[];
  axes: string[];
  kind: ThemeKind;
  disciplineCodes: string[];
  durationYears: number;
  /** First and last day of its period: one or two school years. */
  startsOn: string;
  endsOn: string;
  state: ThemeState;
  borrowedFrom: string | null;
  agreement: { byId: string; at: Date; note: string | null } | null;
  milestones: Milestone[];
  leadAcademy: { code: string; reason: string } | null;
  launchedAt: Date | null;
}

export type ProposedTheme = Pick<
  Theme,
  | "id"
  | "campaignId"
  | "title"
  | "questions"
  | "axes"
  | "kind"
  | "disciplineCodes"
  | "durationYears"
  | "startsOn"
  | "endsOn"
  | "borrowedFrom"
>;

export type ThemeFact =
  | { type: "ThemeProposed"; theme: ProposedTheme }
  | { type: "ThemeAgreed"; byId: string; at: Date; note: string | null }
  | { type: "ThemeOpened" }
  | { type: "ThemeClosed" }
  | { type: "WorkPlanSet"; milestones: Milestone[] }
  | { type: "LeadAcademyNamed"; code: string; reason: string }
  | { type: "ThemeLaunched"; at: Date }
  | { type: "ThemeAdvanced"; state: ThemeState };

/** A disciplinary theme has one discipline, an interdisciplinary one at least two, a transdisciplinary one any (R02). */
export function disciplinesFit(kind: ThemeKind, codes: readonly string[]): Refusal[] {
  const count = new Set(codes).size;
  if (kind === "DISCIPLINARY" && count !== 1) {
    return [refusals.disciplinesDoNotFit("Un thème disciplinaire a une discipline et une seule.")];
  }
  if (kind === "INTERDISCIPLINARY" && count < 2) {
    return [refusals.disciplinesDoNotFit("Un thème interdisciplinaire a au moins deux disciplines.")];
  }
  return [];
}

/** One or two school years, nothing else (R46). */
export const durationFits = (years: number): Refusal[] =>
  years === 1 || years === 2 ? [] : [refusals.durationOutOfRange()];

export function proposeTheme(theme: ProposedTheme): ThemeFact[] {
  refuseAll([
    ...(theme.title.trim() === "" ? [required("title", "Le titre du thème")] : []),
    ...disciplinesFit(theme.kind, theme.disciplineCodes),
    ...durationFits(theme.durationYears),
  ]);
  return [{ type: "ThemeProposed", theme }];
}

/** The agreement is recorded once, with who and when (R18). */
export function agreeToTheme(theme: Theme, by: { byId: string; at: Date; note: string | null }): ThemeFact[] {
  if (theme.state !== "DRAFT") refuseAll([refusals.alreadyAgreed()]);
  return [{ type: "ThemeAgreed", ...by }];
}

/** Milestones fall inside the theme's period (R47). */
export function setWorkPlan(theme: Theme, milestones: readonly Milestone[]): ThemeFact[] {
  refuseAll([
    ...milestones
      .filter(({ title }) => title.trim() === "")
      .map(() => required("milestones", "Le titre de l'étape", "R47")),
    ...milestones
      .filter(({ dueOn }) => dueOn < theme.startsOn || dueOn > theme.endsOn)
      .map(({ title }) => refusals.milestoneOutside(title)),
  ]);
  const sorted = [...milestones].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return [{ type: "WorkPlanSet", milestones: sorted }];
}

/** At most one lead academy, with a team of its own and a justification (R48, R49). */
export function nameLeadAcademy(theme: Theme, code: string, reason: string, teams: readonly string[]): ThemeFact[] {
  refuseAll([
    ...(teams.includes(code) ? [] : [refusals.leadWithoutTeam()]),
    ...(reason.trim() === "" ? [required("reason", "L'expertise de l'académie sur le sujet", "R49")] : []),
  ]);
  return theme.leadAcademy?.code === code && theme.leadAcademy.reason === reason
    ? []
    : [{ type: "LeadAcademyNamed", code, reason }];
}

export function evolveTheme(theme: Theme | null, fact: ThemeFact): Theme {
  if (fact.type === "ThemeProposed") {
    return {
      ...fact.theme,
      version: 0,
      state: "DRAFT",
      agreement: null,
      milestones: [],
      leadAcademy: null,
      launchedAt: null,
    };
  }
  if (!theme) throw new Error(`${fact.type} without a theme`);
  switch (fact.type) {
    case "ThemeAgreed":
      return { ...theme, state: "AGREED", agreement: { byId: fact.byId, at: fact.at, note: fact.note } };
    case "ThemeOpened":
      return { ...theme, state: "OPEN" };
    case "ThemeClosed":
      return { ...theme, state: "CLOSED" };
    case "WorkPlanSet":
      return { ...theme, milestones: fact.milestones };
    case "LeadAcademyNamed":
      return { ...theme, leadAcademy: { code: fact.code, reason: fact.reason } };
    case "ThemeLaunched":
      return { ...theme, state: "LAUNCHED", launchedAt: fact.at };
    case "ThemeAdvanced":
      return { ...theme, state: fact.state };
  }
}
