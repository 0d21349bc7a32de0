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
  /** What an expert proposed; naming is the office's (R48, R49). */
  leadProposal: LeadProposal | null;
  /** The end of the call for this theme, when it is earlier than the campaign's. */
  deadlineAt: Date | null;
  /** The theme of an earlier campaign that it takes up again. */
  continuesThemeId: string | null;
  /** Its inspecteur général and experts are asked to be those of that theme (R22, R25). */
  keepsGroup: boolean;
  /** Whether a theme of two years goes on, where the campaign asks for it. */
  renewal: Renewal | null;
  launchedAt: Date | null;
}

export interface LeadProposal {
  code: string;
  reason: string;
  byId: string;
  at: Date;
}

export interface Renewal {
  granted: boolean;
  reason: string;
  byId: string | null;
  at: Date;
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
> & { continuesThemeId?: string | null; keepsGroup?: boolean };

/** What an expert may still write while nobody has agreed to it. */
export type ThemeText = Pick<Theme, "title" | "questions" | "axes" | "kind" | "disciplineCodes" | "durationYears">;

export type ThemeFact =
  | { type: "ThemeProposed"; theme: ProposedTheme }
  | { type: "ThemeRevised"; text: ThemeText; endsOn: string }
  | { type: "ThemeDeadlineSet"; deadlineAt: Date | null }
  | { type: "ThemeAgreed"; byId: string; at: Date; note: string | null }
  | { type: "ThemeOpened" }
  | { type: "ThemeClosed" }
  | { type: "WorkPlanSet"; milestones: Milestone[] }
  | { type: "LeadAcademyProposed"; proposal: LeadProposal }
  | { type: "LeadAcademyNamed"; code: string; reason: string }
  | { type: "ThemeLaunched"; at: Date }
  | { type: "ThemeRenewalDecided"; renewal: Renewal; endsOn: string }
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
  refuseAll(textFits(theme));
  return [{ type: "ThemeProposed", theme }];
}

const textFits = (theme: ThemeText): Refusal[] => [
  ...(theme.title.trim() === "" ? [required("title", "Le titre du thème")] : []),
  ...disciplinesFit(theme.kind, theme.disciplineCodes),
  ...durationFits(theme.durationYears),
];

/** The inspection générale agrees to a text: after that it stays (R18). */
export function reviseTheme(theme: Theme, text: ThemeText, endsOn: string): ThemeFact[] {
  if (theme.state !== "DRAFT") refuseAll([refusals.themeAgreedAlready()]);
  refuseAll(textFits(text));
  return [{ type: "ThemeRevised", text, endsOn }];
}

/** A theme may close earlier than the call, never later (R17). */
export function setDeadline(
  theme: Theme,
  deadlineAt: Date | null,
  call: { opensAt: Date; closesAt: Date },
): ThemeFact[] {
  if (!["DRAFT", "AGREED", "OPEN"].includes(theme.state)) refuseAll([refusals.themeCallOver()]);
  const outside = deadlineAt && (deadlineAt <= call.opensAt || deadlineAt > call.closesAt);
  refuseAll(outside ? [refusals.deadlineOutsideCall()] : []);
  return deadlineAt?.getTime() === theme.deadlineAt?.getTime() ? [] : [{ type: "ThemeDeadlineSet", deadlineAt }];
}

/** Until then the theme receives applications (R17). */
export const lastInstant = (theme: Pick<Theme, "deadlineAt">, callClosesAt: Date): Date =>
  theme.deadlineAt && theme.deadlineAt < callClosesAt ? theme.deadlineAt : callClosesAt;

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

export function evolveTheme(theme: Theme | null, fact: ThemeFact): Theme {
  if (fact.type === "ThemeProposed") {
    return {
      ...fact.theme,
      version: 0,
      state: "DRAFT",
      agreement: null,
      milestones: [],
      leadAcademy: null,
      leadProposal: null,
      deadlineAt: null,
      continuesThemeId: fact.theme.continuesThemeId ?? null,
      keepsGroup: fact.theme.keepsGroup ?? false,
      renewal: null,
      launchedAt: null,
    };
  }
  if (!theme) throw new Error(`${fact.type} without a theme`);
  switch (fact.type) {
    case "ThemeRevised":
      return { ...theme, ...fact.text, endsOn: fact.endsOn };
    case "ThemeDeadlineSet":
      return { ...theme, deadlineAt: fact.deadlineAt };
    case "LeadAcademyProposed":
      return { ...theme, leadProposal: fact.proposal };
    case "ThemeRenewalDecided":
      return { ...theme, renewal: fact.renewal, endsOn: fact.endsOn };
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
