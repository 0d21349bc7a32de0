import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { type Application, type ApplicationFact, isRetained, type Outcome } from "./application.ts";

/** What the office decided, with author, date and reason (R20). */
export interface Decision {
  outcome: Outcome;
  reason: string;
  /** What the academy receives. */
  letter: string;
  byId: string | null;
  at: Date;
  publishedAt: Date;
}

export type PendingDecision = Omit<Decision, "publishedAt"> & {
  /** Why the academy has a second team on the theme (R23). */
  secondTeamReason: string | null;
};

/** The academy's other team on the theme: retained, or about to be. */
export interface OtherTeam {
  referentId: string | null;
}

const awaits = ({ state }: Application) => state === "SUBMITTED" || state === "UNDER_REVIEW" || state === "WAITLISTED";

/**
 * Recorded with author, date and reason (R20), and kept until it is published with the others. One retained team per
 * academy and theme; a second only with a reason and the same référent (R23).
 */
export function decideApplication(
  application: Application,
  pending: PendingDecision,
  { other, academyLabel }: { other: OtherTeam | null; academyLabel: string },
): ApplicationFact[] {
  refuseAll(pending.reason.trim() === "" ? [required("reason", "La raison de la décision", "R20")] : []);
  if (application.decision && application.state !== "WAITLISTED") refuseAll([refusals.alreadyDecided()]);
  if (!awaits(application)) refuseAll([refusals.notSubmitted()]);
  refuseAll(secondTeam(application, pending, other, academyLabel));
  const admitted: ApplicationFact[] = application.state === "SUBMITTED" ? [{ type: "ApplicationAdmitted" }] : [];
  return [...admitted, { type: "DecisionPrepared", pending }];
}

/** Also when the decisions are published: two that were prepared side by side may exclude one another. */
export function secondTeam(
  { referentId }: Application,
  { outcome, secondTeamReason }: PendingDecision,
  other: OtherTeam | null,
  academyLabel: string,
): Refusal[] {
  if (!other || !isRetained(outcome)) return [];
  if (!secondTeamReason?.trim()) return [refusals.alreadyRetained(academyLabel)];
  return other.referentId === referentId ? [] : [refusals.secondTeamOtherReferent()];
}

/** Back to what it was before, as long as nobody outside the office knows. */
export function dropDecision(application: Application): ApplicationFact[] {
  if (!application.pending) refuseAll([refusals.nothingPending()]);
  return [{ type: "DecisionDropped" }];
}

/** Proofread before it leaves. */
export function editLetter(application: Application, letter: string): ApplicationFact[] {
  if (!application.pending) refuseAll([refusals.nothingPending()]);
  refuseAll(letter.trim() === "" ? [required("letter", "Le texte de la lettre", "R20")] : []);
  return letter === application.pending?.letter ? [] : [{ type: "LetterEdited", letter }];
}

/** The academy learns of it; a retained application becomes a project. */
export function publishDecision(
  application: Application,
  { projectId, at }: { projectId: string; at: Date },
): ApplicationFact[] {
  const { pending } = application;
  if (!pending) {
    refuseAll([refusals.nothingPending()]);
    return [];
  }
  const { secondTeamReason: _second, ...decided } = pending;
  return [
    {
      type: "ApplicationDecided",
      decision: { ...decided, publishedAt: at },
      projectId: isRetained(pending.outcome) ? projectId : null,
    },
  ];
}

/** Openly, with a reason that stays in the trace: it is under review again, and what hung on it is undone (R20). */
export function reverseDecision(application: Application, reason: string, byId: string | null): ApplicationFact[] {
  refuseAll(reason.trim() === "" ? [required("reason", "La raison de l'annulation", "R20")] : []);
  if (!application.decision) refuseAll([refusals.notDecided()]);
  return [{ type: "DecisionReversed", reason, byId }];
}

const OPENINGS: Record<Outcome, string> = {
  RETAINED: "est retenue",
  RETAINED_CONDITIONALLY: "est retenue sous réserve",
  WAITLISTED: "est placée sur liste d'attente",
  DECLINED: "n'est pas retenue",
};

const CLOSINGS: Record<Outcome, string> = {
  RETAINED: "L'académie constitue maintenant son groupe de travail ; l'équipe est engagée dès qu'il est complet.",
  RETAINED_CONDITIONALLY:
    "L'académie constitue maintenant son groupe de travail et lève la réserve avant le lancement du thème.",
  WAITLISTED: "Elle pourra l'être si une place se libère ; vous en serez averti·e.",
  DECLINED: "Le département DNE A2 reste à votre disposition pour préparer une prochaine candidature.",
};

/** What the letter says until somebody has proofread it. */
export const usualLetter = (
  { outcome, reason }: { outcome: Outcome; reason: string },
  about: { title: string; theme: string; academy: string; campaign: string },
): string =>
  [
    "Madame, Monsieur,",
    `La candidature « ${about.title} » de l'${about.academy} au thème « ${about.theme} » (TraAM ${about.campaign}) ${OPENINGS[outcome]}.`,
    reason.trim(),
    CLOSINGS[outcome],
    "Le département DNE A2",
  ].join("\n\n");
