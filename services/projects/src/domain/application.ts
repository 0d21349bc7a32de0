import type { Decision, PendingDecision } from "./decision.ts";

export type Outcome = "RETAINED" | "RETAINED_CONDITIONALLY" | "WAITLISTED" | "DECLINED";

export type ApplicationState =
  | "DRAFT"
  | "SUBMITTED"
  | "RETURNED"
  | "INADMISSIBLE"
  | "UNDER_REVIEW"
  | Outcome
  | "WITHDRAWN";

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

/** Who stands for the academy beside the référent. */
export type Signatory = "PILOT" | "DAN";

/** Of the text as it stands: a later revision makes it fall. */
export interface Signature {
  role: Signatory;
  byId: string;
  at: Date;
}

export interface Correction {
  reason: string;
  dueAt: Date;
  byId: string | null;
  at: Date;
}

export interface Refused {
  reason: string;
  byId: string | null;
  at: Date;
}

export interface Application extends ApplicationText {
  id: string;
  version: number;
  campaignId: string;
  themeId: string;
  academyCode: string;
  state: ApplicationState;
  draftedAt: Date;
  /** The application of an earlier campaign whose text it took up. */
  clonedFromId: string | null;
  signatures: Signature[];
  submitted: { at: Date; byId: string | null } | null;
  /** What the office asked to be corrected, until the academy has submitted again. */
  correction: Correction | null;
  /** Why it does not meet the call's conditions. */
  inadmissible: Refused | null;
  /** Decided and not yet published: the office's alone. */
  pending: PendingDecision | null;
  decision: Decision | null;
  projectId: string | null;
}

export type NewApplication = Omit<
  Application,
  | "version"
  | "state"
  | "signatures"
  | "submitted"
  | "correction"
  | "inadmissible"
  | "pending"
  | "decision"
  | "projectId"
>;

export type ApplicationFact =
  | { type: "ApplicationDrafted"; application: NewApplication }
  | { type: "ApplicationRevised"; text: Partial<ApplicationText> }
  | { type: "ApplicationSigned"; signature: Signature }
  | { type: "ApplicationSubmitted"; at: Date; byId: string | null }
  | { type: "ApplicationReturned"; correction: Correction }
  | { type: "ApplicationInadmissible"; refused: Refused }
  | { type: "ApplicationAdmitted" }
  | { type: "ApplicationHandedOver"; referentId: string }
  | { type: "ApplicationWithdrawn"; reason: string }
  | { type: "DecisionPrepared"; pending: PendingDecision }
  | { type: "DecisionDropped" }
  | { type: "LetterEdited"; letter: string }
  | { type: "ApplicationDecided"; decision: Decision; projectId: string | null }
  | { type: "DecisionReversed"; reason: string; byId: string | null };

export const isRetained = (outcome: string) => outcome === "RETAINED" || outcome === "RETAINED_CONDITIONALLY";

export function evolveApplication(application: Application | null, fact: ApplicationFact): Application {
  if (fact.type === "ApplicationDrafted") return { ...fact.application, ...BEGUN };
  if (!application) throw new Error(`${fact.type} without an application`);
  switch (fact.type) {
    case "ApplicationRevised":
      return { ...application, ...fact.text, signatures: [] };
    case "ApplicationSigned":
      return { ...application, signatures: [...application.signatures, fact.signature] };
    case "ApplicationSubmitted":
      return { ...application, state: "SUBMITTED", correction: null, submitted: { at: fact.at, byId: fact.byId } };
    case "ApplicationReturned":
      return { ...application, state: "RETURNED", correction: fact.correction, signatures: [] };
    case "ApplicationInadmissible":
      return { ...application, state: "INADMISSIBLE", inadmissible: fact.refused };
    case "ApplicationAdmitted":
      return { ...application, state: "UNDER_REVIEW", inadmissible: null };
    case "ApplicationHandedOver":
      return { ...application, referentId: fact.referentId };
    case "ApplicationWithdrawn":
      return { ...application, state: "WITHDRAWN", pending: null };
    case "DecisionPrepared":
      return { ...application, pending: fact.pending };
    case "DecisionDropped":
      return { ...application, pending: null };
    case "LetterEdited":
      return { ...application, pending: application.pending && { ...application.pending, letter: fact.letter } };
    case "ApplicationDecided": {
      const { decision, projectId } = fact;
      return { ...application, state: decision.outcome, pending: null, decision, projectId };
    }
    case "DecisionReversed":
      return { ...application, state: "UNDER_REVIEW", decision: null, projectId: null };
  }
}

const BEGUN = {
  version: 0,
  state: "DRAFT" as const,
  signatures: [],
  submitted: null,
  correction: null,
  inadmissible: null,
  pending: null,
  decision: null,
  projectId: null,
};
