import { dayIn } from "@trame/kit/day";
import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { Application, ApplicationFact, ApplicationText, Signatory } from "./application.ts";
import { type Campaign, callState } from "./campaign.ts";
import { durationFits, lastInstant, type Theme } from "./theme.ts";

/** An academy as the call sees it. */
export interface CandidateAcademy {
  code: string;
  label: string;
  validFrom: string | null;
  validTo: string | null;
}

export interface Call {
  campaign: Campaign;
  theme: Theme;
}

/** The theme receives applications: the call is open and the theme's own deadline has not passed (R17, R18). */
export function receives({ campaign, theme }: Call, at: Date): Refusal[] {
  if (callState(campaign, at) !== "OPEN") return [refusals.callNotOpen()];
  if (at >= lastInstant(theme, campaign.callClosesAt)) return [refusals.themeDeadlinePassed()];
  return theme.state === "OPEN" ? [] : [refusals.themeNotInCall()];
}

/** Outside the call's window nobody applies (R17); only themes of the call (R18); only an academy in force (R19). */
export function mayApply(call: Call, academy: CandidateAcademy, at: Date): Refusal[] {
  const day = dayIn(at);
  const inForce = (academy.validFrom ?? "") <= day && day <= (academy.validTo ?? "9999");
  const closed = receives(call, at);
  if (closed.some(({ code }) => code === "CALL_NOT_OPEN")) return closed;
  return [...closed, ...(inForce ? [] : [refusals.academyNotInForce(academy.label)])];
}

const EMPTY = { problem: "", objectives: "", levels: "", tools: "", sharing: "", pilotId: null, cardieId: null };

interface NewDraft {
  id: string;
  title: string;
  referentId: string | null;
  /** The application whose text and team are taken up again. */
  source?: Application;
}

/** A new application, empty or begun from an earlier one; the commitment is taken anew each time (R43). */
export function draftApplication(
  where: Call & { academy: CandidateAcademy },
  draft: NewDraft,
  at: Date,
): ApplicationFact[] {
  refuseAll([
    ...mayApply(where, where.academy, at),
    ...(draft.title.trim() === "" ? [required("title", "Le titre du projet", "R19")] : []),
  ]);
  const { id, title, referentId, source } = draft;
  const place = { campaignId: where.campaign.id, themeId: where.theme.id, academyCode: where.academy.code };
  const taken = source ? taughtBy(source, where.theme) : { ...EMPTY, durationYears: 1, members: [] };
  const begun = { meetingCommitment: false, draftedAt: at, clonedFromId: source?.id ?? null };
  return [{ type: "ApplicationDrafted", application: { ...taken, id, title, referentId, ...place, ...begun } }];
}

const taughtBy = (source: Application, theme: Theme) => {
  const { problem, objectives, levels, tools, sharing, pilotId, cardieId, members } = source;
  const durationYears = Math.min(source.durationYears, theme.durationYears);
  return { problem, objectives, levels, tools, sharing, pilotId, cardieId, members, durationYears };
};

export const isEditable = ({ state }: Pick<Application, "state">) => state === "DRAFT" || state === "RETURNED";

/** A draft or a returned application is revised; its duration fits the theme's (R46) and nobody is in the team twice. */
export function reviseApplication(
  application: Application,
  theme: Theme,
  text: Partial<ApplicationText>,
): ApplicationFact[] {
  if (!isEditable(application)) refuseAll([refusals.notADraft()]);
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

/** The DAN always, the pilot where one is named (R30, R31). */
export const signatoriesOf = ({ pilotId }: Pick<Application, "pilotId">): Signatory[] =>
  pilotId ? ["PILOT", "DAN"] : ["DAN"];

/** Whose signature the present text still lacks. */
export const unsigned = (application: Pick<Application, "pilotId" | "signatures">): Signatory[] =>
  signatoriesOf(application).filter((role) => !application.signatures.some((signature) => signature.role === role));

/** Each stands for the academy once, for the text as it is. */
export function signApplication(
  application: Application,
  { roles, byId, at }: { roles: readonly Signatory[]; byId: string; at: Date },
): ApplicationFact[] {
  if (!isEditable(application)) refuseAll([refusals.notADraft()]);
  refuseAll(missingToSubmit(application).map((gap): Refusal => ({ kind: "INVALID", ...gap })));
  return unsigned(application)
    .filter((role) => roles.includes(role))
    .map((role) => ({ type: "ApplicationSigned", signature: { role, byId, at } }));
}

/** The academy submits inside the window, when nothing is missing and all have signed (R17, R19, R43, R46). */
export function submitApplication(
  application: Application,
  where: Call,
  by: { byId: string | null; at: Date; roles: readonly Signatory[] },
): ApplicationFact[] {
  const { byId, at, roles } = by;
  if (!isEditable(application)) refuseAll([refusals.notADraft()]);
  refuseAll(application.correction ? inTime(application.correction.dueAt, at) : receives(where, at));
  refuseAll([
    ...missingToSubmit(application).map((gap): Refusal => ({ kind: "INVALID", ...gap })),
    ...(application.durationYears > where.theme.durationYears
      ? [refusals.longerThanTheme(where.theme.durationYears)]
      : []),
  ]);
  // Whoever submits signs by doing so.
  const lacking = unsigned(application);
  refuseAll(lacking.filter((role) => !roles.includes(role)).map((role) => refusals.signatureMissing(role)));
  const signed: ApplicationFact[] = lacking.map((role) => ({
    type: "ApplicationSigned",
    signature: { role, byId: byId ?? "", at },
  }));
  return [...signed, { type: "ApplicationSubmitted", byId, at }];
}

const inTime = (dueAt: Date, at: Date): Refusal[] => (at <= dueAt ? [] : [refusals.correctionLate()]);

/** Before the decision only. */
export function withdrawApplication(application: Application, reason: string): ApplicationFact[] {
  refuseAll(reason.trim() === "" ? [required("reason", "La raison du retrait")] : []);
  const open = ["DRAFT", "SUBMITTED", "RETURNED", "UNDER_REVIEW"].includes(application.state);
  if (!open) refuseAll([refusals.cannotWithdraw()]);
  return [{ type: "ApplicationWithdrawn", reason }];
}

/** The office asks for a correction, with its reason and until when; once more, it gives another date. */
export function returnApplication(application: Application, correction: Correction): ApplicationFact[] {
  refuseAll([
    ...(correction.reason.trim() === "" ? [required("reason", "Ce qui est à corriger", "R19")] : []),
    ...(correction.dueAt > correction.at ? [] : [refusals.dueInThePast()]),
  ]);
  if (!["SUBMITTED", "RETURNED", "UNDER_REVIEW"].includes(application.state)) refuseAll([refusals.notSubmitted()]);
  if (application.pending) refuseAll([refusals.decisionPending()]);
  return [{ type: "ApplicationReturned", correction }];
}

type Correction = NonNullable<Application["correction"]>;

/** It meets the call's conditions. */
export function admitApplication(application: Application): ApplicationFact[] {
  if (application.state === "UNDER_REVIEW") return [];
  if (!["SUBMITTED", "INADMISSIBLE"].includes(application.state)) refuseAll([refusals.notSubmitted()]);
  return [{ type: "ApplicationAdmitted" }];
}

/** It does not, and the academy reads why. */
export function declareInadmissible(
  application: Application,
  refused: NonNullable<Application["inadmissible"]>,
): ApplicationFact[] {
  refuseAll(refused.reason.trim() === "" ? [required("reason", "La raison de l'irrecevabilité", "R20")] : []);
  if (!["SUBMITTED", "RETURNED", "UNDER_REVIEW"].includes(application.state)) refuseAll([refusals.notSubmitted()]);
  if (application.pending) refuseAll([refusals.decisionPending()]);
  return [{ type: "ApplicationInadmissible", refused }];
}

/** Another référent takes the application over; of a retained team people keeps the seats (R23). */
export function handOver(application: Application, referentId: string): ApplicationFact[] {
  const settled = ["INADMISSIBLE", "RETAINED", "RETAINED_CONDITIONALLY", "DECLINED", "WITHDRAWN"];
  if (settled.includes(application.state)) refuseAll([refusals.handOverTooLate()]);
  return application.referentId === referentId ? [] : [{ type: "ApplicationHandedOver", referentId }];
}
