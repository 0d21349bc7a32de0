import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { type Campaign, callState } from "./campaign.ts";
import { durationFits, type Theme } from "./theme.ts";

export type Outcome = "RETAINED" | "RETAINED_CONDITIONALLY" | "WAITLISTED" | "DECLINED";
export type ApplicationState = "DRAFT" | "SUBMITTED" | Outcome | "WITHDRAWN";

/** A teacher of the team (R28, R32). */
export interface TeamMember {
  personId: string;
  degree: "FIRST" | "SECOND";
  track: "GENERAL" | "TECHNOLOGICAL" | "VOCATIONAL";
  disciplineCode: string | null;
  implementsInClass: boolean;
  departement: string | null;
}

/** What the team writes. */
export interface ApplicationText {
  title: string;
  problem: string;
  objectives: string;
  levels: string;
  tools: string;
  sharing: string;
  durationYears: number;
  meetingCommitment: boolean;
  referentId: string | null;
  pilotId: string | null;
  cardieId: string | null;
  members: TeamMember[];
}

export interface Application extends ApplicationText {
  id: string;
  version: number;
  campaignId: string;
  themeId: string;
  academyCode: string;
  state: ApplicationState;
  draftedAt: Date;
  submitted: { at: Date; byId: string | null } | null;
  decision: { outcome: Outcome; reason: string; byId: string | null; at: Date } | null;
  projectId: string | null;
}

export type ApplicationFact =
  | {
      type: "ApplicationDrafted";
      application: Omit<Application, "version" | "state" | "submitted" | "decision" | "projectId">;
    }
  | { type: "ApplicationRevised"; text: Partial<ApplicationText> }
  | { type: "ApplicationSubmitted"; at: Date; byId: string | null }
  | { type: "ApplicationWithdrawn"; reason: string }
  | {
      type: "ApplicationDecided";
      outcome: Outcome;
      reason: string;
      byId: string | null;
      at: Date;
      projectId: string | null;
    };

/** An academy as the call sees it. */
export interface CandidateAcademy {
  code: string;
  label: string;
  validFrom: string | null;
  validTo: string | null;
}

export const isRetained = (outcome: string) => outcome === "RETAINED" || outcome === "RETAINED_CONDITIONALLY";

/** Outside the call's window nobody applies (R17); only themes of the call (R18); only an academy in force (R19). */
export function mayApply(campaign: Campaign, theme: Theme, academy: CandidateAcademy, at: Date): Refusal[] {
  if (callState(campaign, at) !== "OPEN") return [refusals.callNotOpen()];
  const day = at.toISOString().slice(0, 10);
  const inForce = (academy.validFrom ?? "") <= day && day <= (academy.validTo ?? "9999");
  return [
    ...(theme.state === "OPEN" ? [] : [refusals.themeNotInCall()]),
    ...(inForce ? [] : [refusals.academyNotInForce(academy.label)]),
  ];
}

export function draftApplication(
  where: { campaign: Campaign; theme: Theme; academy: CandidateAcademy },
  draft: { id: string; title: string; referentId: string | null },
  at: Date,
): ApplicationFact[] {
  refuseAll([
    ...mayApply(where.campaign, where.theme, where.academy, at),
    ...(draft.title.trim() === "" ? [required("title", "Le titre du projet", "R19")] : []),
  ]);
  const empty = { problem: "", objectives: "", levels: "", tools: "", sharing: "", pilotId: null, cardieId: null };
  return [
    {
      type: "ApplicationDrafted",
      application: {
        ...empty,
        ...draft,
        campaignId: where.campaign.id,
        themeId: where.theme.id,
        academyCode: where.academy.code,
        durationYears: 1,
        meetingCommitment: false,
        members: [],
        draftedAt: at,
      },
    },
  ];
}

/** Only a draft is revised; its duration fits the theme's (R46) and nobody is in the team twice. */
export function reviseApplication(
  application: Application,
  theme: Theme,
  text: Partial<ApplicationText>,
): ApplicationFact[] {
  if (application.state !== "DRAFT") refuseAll([refusals.notADraft()]);
  const { durationYears = application.durationYears, members = application.members } = text;
  refuseAll([
    ...durationFits(durationYears),
    ...(durationYears > theme.durationYears ? [refusals.longerThanTheme(theme.durationYears)] : []),
    ...(new Set(members.map(({ personId }) => personId)).size < members.length ? [refusals.memberTwice()] : []),
  ]);
  return Object.keys(text).length === 0 ? [] : [{ type: "ApplicationRevised", text }];
}

export interface Missing {
  code: string;
  field: string;
  message: string;
  requirement: string;
}

/** What is missing before the academy may submit, field by field. The composition of the group is advice, not a bar. */
export function missingToSubmit(application: ApplicationText): Missing[] {
  const missing: Missing[] = [];
  const need = (present: boolean, field: string, message: string, requirement: string) => {
    if (!present) missing.push({ code: "REQUIRED", field, message, requirement });
  };
  need(application.title.trim() !== "", "title", "Le titre du projet est à renseigner.", "R19");
  need(application.problem.trim() !== "", "problem", "La problématique du projet est à renseigner.", "R19");
  need(application.objectives.trim() !== "", "objectives", "Les objectifs sont à renseigner.", "R19");
  need(application.levels.trim() !== "", "levels", "Les niveaux visés sont à renseigner.", "R19");
  need(application.referentId !== null, "referentId", "Le ou la professeur·e référent·e est à désigner.", "R34");
  need(application.members.length > 0, "members", "L'équipe ne compte encore aucun·e enseignant·e.", "R32");
  need(
    application.meetingCommitment,
    "meetingCommitment",
    "L'académie doit s'engager à prendre en charge et à organiser une à deux réunions en présentiel.",
    "R43",
  );
  return missing;
}

/** The academy submits inside the window, when nothing is missing (R17, R19, R43, R46). */
export function submitApplication(
  application: Application,
  where: { campaign: Campaign; theme: Theme },
  by: { byId: string | null; at: Date },
): ApplicationFact[] {
  if (application.state !== "DRAFT") refuseAll([refusals.notADraft()]);
  if (callState(where.campaign, by.at) !== "OPEN") refuseAll([refusals.callNotOpen()]);
  refuseAll([
    ...missingToSubmit(application).map((gap): Refusal => ({ kind: "INVALID", ...gap })),
    ...(application.durationYears > where.theme.durationYears
      ? [refusals.longerThanTheme(where.theme.durationYears)]
      : []),
  ]);
  return [{ type: "ApplicationSubmitted", ...by }];
}

/** Before the decision only. */
export function withdrawApplication(application: Application, reason: string): ApplicationFact[] {
  refuseAll(reason.trim() === "" ? [required("reason", "La raison du retrait")] : []);
  if (application.state !== "DRAFT" && application.state !== "SUBMITTED") refuseAll([refusals.cannotWithdraw()]);
  return [{ type: "ApplicationWithdrawn", reason }];
}

/** Author, date and reason are recorded (R20); one retained team per academy and theme (R23). */
export function decideApplication(
  application: Application,
  decision: { outcome: Outcome; reason: string; byId: string | null; at: Date; projectId: string },
  other: { retained: boolean; academyLabel: string },
): ApplicationFact[] {
  refuseAll(decision.reason.trim() === "" ? [required("reason", "La raison de la décision", "R20")] : []);
  if (application.decision && application.state !== "WAITLISTED") refuseAll([refusals.alreadyDecided()]);
  if (application.state !== "SUBMITTED" && application.state !== "WAITLISTED") refuseAll([refusals.notSubmitted()]);
  const retained = isRetained(decision.outcome);
  if (retained && other.retained) refuseAll([refusals.alreadyRetained(other.academyLabel)]);
  return [{ ...decision, type: "ApplicationDecided", projectId: retained ? decision.projectId : null }];
}

export function evolveApplication(application: Application | null, fact: ApplicationFact): Application {
  if (fact.type === "ApplicationDrafted") {
    return { ...fact.application, version: 0, state: "DRAFT", submitted: null, decision: null, projectId: null };
  }
  if (!application) throw new Error(`${fact.type} without an application`);
  switch (fact.type) {
    case "ApplicationRevised":
      return { ...application, ...fact.text };
    case "ApplicationSubmitted":
      return { ...application, state: "SUBMITTED", submitted: { at: fact.at, byId: fact.byId } };
    case "ApplicationWithdrawn":
      return { ...application, state: "WITHDRAWN" };
    case "ApplicationDecided": {
      const { outcome, reason, byId, at, projectId } = fact;
      return { ...application, state: outcome, decision: { outcome, reason, byId, at }, projectId };
    }
  }
}
