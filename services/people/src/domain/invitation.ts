import type { Day } from "@trame/kit/day";
import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { type Mandate, type MandateFact, timely } from "./mandate.ts";

/** How long an invitation waits by default; a setting of the administration. */
export const INVITATION_DAYS = 30;

export interface Answer {
  accepted: boolean;
  /** Why it is declined. */
  reason: string;
}

/** The invited person, and nobody else, accepts or declines, until the last day to answer. */
export function answerInvitation(
  mandate: Mandate,
  { accepted, reason }: Answer,
  { by, at, today }: { by: string | undefined; at: Date; today: Day },
): MandateFact[] {
  refuseAll(mandate.personId === by ? [] : [refusals.notInvited()]);
  refuseAll(stillOpen(mandate, today));
  if (accepted) return [{ type: "MandateAccepted", at }, ...timely(mandate, today)];
  refuseAll(reason.trim() === "" ? [required("reason", "La raison du refus")] : []);
  return [{ type: "MandateDeclined", at, reason: reason.trim() }];
}

/** Whoever may give the mandate takes the invitation back. */
export const takeBack = (reason: string, at: Date): MandateFact[] => {
  refuseAll(reason.trim() === "" ? [required("reason", "La raison du retrait")] : []);
  return [{ type: "MandateDeclined", at, reason: reason.trim() }];
};

/** Nobody answered in time. */
export const lapse = (mandate: Mandate, on: Day, at: Date): MandateFact[] =>
  mandate.state === "INVITED" && mandate.answerBy !== null && mandate.answerBy < on
    ? [{ type: "MandateDeclined", at, reason: "Invitation restée sans réponse" }]
    : [];

function stillOpen({ state, answerBy }: Mandate, today: Day): Refusal[] {
  if (state !== "INVITED") return [refusals.alreadyAnswered()];
  return answerBy !== null && answerBy < today ? [refusals.invitationLapsed(answerBy)] : [];
}
