import { dayIn, frenchDay } from "@trame/kit/day";
import type { Tx } from "../database.ts";
import type { Campaign } from "../domain/campaign.ts";
import { toApplication } from "./applications.ts";
import { academySide, pathOf } from "./dossier.ts";
import { issue } from "./notices.ts";

/** Some days before the close of the call, whoever has begun and not submitted is reminded. */
export async function remindOfDrafts(tx: Tx, at: Date, campaignId: string): Promise<void> {
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId } });
  if (!campaign || campaign.callClosed) return;
  const drafts = await tx.application.findMany({ where: { campaignId, state: "DRAFT" }, orderBy: { id: "asc" } });
  for (const application of drafts.map(toApplication)) {
    const { id, title } = application;
    await issue(tx, at, {
      id: ["draft", id, campaign.callClosesAt.toISOString()],
      kind: "DEADLINE_NEAR",
      ...academySide(application),
      title: `L'appel se clôt le ${frenchDay(dayIn(campaign.callClosesAt))} : la candidature n'est pas déposée`,
      text: `« ${title} »`,
      path: pathOf(id),
      dueAt: campaign.callClosesAt,
      about: id,
    });
  }
}

const OFFICE: Record<string, string> = {
  ADMISSIBILITY: "La recevabilité des candidatures est à examiner",
  DECISION: "Les décisions sont à préparer et à publier",
  LAUNCH: "Les thèmes sont à lancer",
  YEAR_END: "L'année s'achève : ce que chaque équipe doit encore est à relever",
};

/** Whose turn it is learns it. */
export async function tellPhase(tx: Tx, at: Date, { id, phase, phases, label }: Campaign): Promise<void> {
  const dates = phases.find(({ kind }) => kind === phase);
  if (!phase || !dates) return;
  const title = OFFICE[phase];
  const words = { kind: "TASK", text: `Campagne ${label}`, dueAt: dates.endsAt, about: id };
  if (title) {
    const audiences = [{ role: "PROGRAMME" }];
    await issue(tx, at, { id: ["phase", id, phase], ...words, audiences, title, path: `/espace/campagnes/${id}` });
  }
  if (phase !== "REVIEW") return;
  const reviewers = await tx.reviewer.findMany({ where: { campaignId: id }, orderBy: { id: "asc" } });
  if (reviewers.length === 0) return;
  await issue(tx, at, {
    id: ["phase", id, phase],
    ...words,
    personIds: [...new Set(reviewers.map(({ personId }) => personId))],
    title: "Les évaluations commencent",
    path: `/espace/evaluations?campagne=${id}`,
  });
}
