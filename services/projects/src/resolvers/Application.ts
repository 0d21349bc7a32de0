import { present } from "@trame/kit/batch";
import { missingToSubmit } from "../domain/application.ts";
import type { ApplicationResolvers, TeamMemberResolvers } from "../gen/schema.ts";
import { mayRead } from "../store/access.ts";

const person = (id: string | null) => (id ? { id } : null);

/** The sentence of each line of the history. */
const LABELS: Record<string, string> = {
  ApplicationDrafted: "Brouillon commencé",
  ApplicationRevised: "Brouillon modifié",
  ApplicationSubmitted: "Candidature déposée",
  ApplicationWithdrawn: "Candidature retirée",
  ApplicationDecided: "Décision rendue",
};

export const Application: ApplicationResolvers = {
  __resolveReference: async ({ id }, ctx) => {
    const found = await ctx.load.application.load(id);
    return found && mayRead(ctx.actor, await ctx.load.academies(), found) ? found : null;
  },
  theme: async ({ themeId }, _, { load }) => present(await load.theme.load(themeId)),
  academy: ({ academyCode }) => ({ code: academyCode }),
  referent: ({ referentId }) => person(referentId),
  pilot: ({ pilotId }) => person(pilotId),
  cardie: ({ cardieId }) => person(cardieId),
  missing: (application) => (application.state === "DRAFT" ? missingToSubmit(application) : []),
  submittedAt: ({ submitted }) => submitted?.at ?? null,
  submittedBy: ({ submitted }) => person(submitted?.byId ?? null),
  decision: ({ decision }) => decision && { ...decision, by: person(decision.byId) },
  project: ({ projectId }, _, { load }) => (projectId ? load.project.load(projectId) : null),
  history: async ({ id }, _, { load }) =>
    (await load.history.load(id)).map(({ action, at, byId, reason }) => ({
      label: LABELS[action] ?? action,
      at,
      reason,
      by: person(byId),
    })),
};

export const TeamMember: TeamMemberResolvers = {
  person: ({ personId }) => ({ id: personId }),
};
