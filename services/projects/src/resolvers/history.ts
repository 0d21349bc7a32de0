import type { Context } from "../context.ts";
import type { Application } from "../domain/application.ts";
import { policy } from "../policy.ts";

/** The sentence of each line of the history. */
const LABELS: Record<string, string> = {
  ApplicationDrafted: "Brouillon commencé",
  ApplicationRevised: "Texte modifié",
  ApplicationSigned: "Candidature cosignée",
  ApplicationSubmitted: "Candidature déposée",
  ApplicationReturned: "Correction demandée",
  ApplicationInadmissible: "Candidature irrecevable",
  ApplicationAdmitted: "Candidature recevable",
  ApplicationHandedOver: "Candidature confiée à un·e autre référent·e",
  ApplicationWithdrawn: "Candidature retirée",
  DecisionPrepared: "Décision préparée",
  DecisionDropped: "Décision préparée, puis retirée",
  LetterEdited: "Lettre relue",
  ApplicationDecided: "Décision publiée",
  DecisionReversed: "Décision annulée",
};

/** What the office prepares shows to nobody else. */
const UNPUBLISHED = ["DecisionPrepared", "DecisionDropped", "LetterEdited"];

export async function historyFor({ id }: Application, _: object, { load, actor }: Context) {
  const office = policy.may(actor, "decideApplication");
  return (await load.history.load(`Application:${id}`))
    .filter(({ action }) => office || !UNPUBLISHED.includes(action))
    .map(({ action, at, byId, reason }) => ({
      label: LABELS[action] ?? action,
      at,
      reason,
      by: byId ? { id: byId } : null,
    }));
}
