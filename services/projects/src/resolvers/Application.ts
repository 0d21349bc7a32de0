import { present } from "@trame/kit/batch";
import type { Context } from "../context.ts";
import type { Application as State } from "../domain/application.ts";
import { isEditable, missingToSubmit, signatoriesOf } from "../domain/candidacy.ts";
import type { ApplicationMessageResolvers, ApplicationResolvers, TeamMemberResolvers } from "../gen/schema.ts";
import { policy } from "../policy.ts";
import { mayRead, scopeOf } from "../store/access.ts";
import { audiencesOf, readsThread } from "../store/messages.ts";
import { historyFor } from "./history.ts";

const person = (id: string | null) => (id ? { id } : null);

const by = <Part extends { byId: string | null }>(part: Part | null) => part && { ...part, by: person(part.byId) };

/** The application, if the viewer may read it. */
export async function readableOnly(found: State | null, ctx: Context): Promise<State | null> {
  if (!found) return null;
  const review = await ctx.load.myReview.load(found.id);
  return mayRead(ctx.actor, await ctx.load.academies(), found, review) ? found : null;
}

const scope = async (application: State, ctx: Context) => scopeOf(await ctx.load.academies(), application);

const readsReviews = async (application: State, ctx: Context) =>
  policy.may(ctx.actor, "readReviews", await scope(application, ctx));

export const Application: ApplicationResolvers = {
  __resolveReference: async ({ id }, ctx) => readableOnly(await ctx.load.application.load(id), ctx),
  theme: async ({ themeId }, _, { load }) => present(await load.theme.load(themeId)),
  academy: ({ academyCode }) => ({ code: academyCode }),
  referent: ({ referentId }) => person(referentId),
  pilot: ({ pilotId }) => person(pilotId),
  cardie: ({ cardieId }) => person(cardieId),
  missing: (application) => (isEditable(application) ? missingToSubmit(application) : []),
  submittedAt: ({ submitted }) => submitted?.at ?? null,
  submittedBy: ({ submitted }) => person(submitted?.byId ?? null),
  signatures: ({ pilotId, signatures }) =>
    signatoriesOf({ pilotId }).map((role) => {
      const given = signatures.find((signature) => signature.role === role);
      return { role, by: person(given?.byId ?? null), at: given?.at ?? null };
    }),
  correction: ({ correction }) => by(correction),
  inadmissibility: ({ inadmissible }) => by(inadmissible),
  decision: ({ decision }) => by(decision),
  pendingDecision: ({ pending }, _, { actor }) => (policy.may(actor, "decideApplication") ? by(pending) : null),
  project: ({ projectId }, _, { load }) => (projectId ? load.project.load(projectId) : null),
  others: async ({ id, themeId, academyCode }, _, ctx) => {
    const found = await ctx.load.applicationsAt.load(`${themeId}/${academyCode}`);
    const rest = found.filter((one) => one.id !== id && one.state !== "WITHDRAWN");
    return (await Promise.all(rest.map((one) => readableOnly(one, ctx)))).filter((one) => one !== null);
  },
  clonedFrom: async ({ clonedFromId }, _, ctx) =>
    clonedFromId ? readableOnly(await ctx.load.application.load(clonedFromId), ctx) : null,
  reviewSummary: async (application, _, ctx) => {
    const found = (await readsReviews(application, ctx)) ? await ctx.load.reviewSummary.load(application.id) : null;
    return (
      found && {
        count: found.reviewCount,
        mean: found.reviewMean,
        median: found.reviewMedian,
        spread: found.reviewSpread,
      }
    );
  },
  reviews: async (application, _, ctx) =>
    (await readsReviews(application, ctx)) ? ctx.load.reviewsOf.load(application.id) : null,
  myReview: ({ id }, _, { load }) => load.myReview.load(id),
  messages: async (application, _, ctx) => {
    const place = await scope(application, ctx);
    const sides = ["EVERYONE", ...audiencesOf(ctx.actor, place)];
    if (!readsThread(ctx.actor, place)) return [];
    return (await ctx.load.messagesOf.load(application.id)).filter(({ audience }) => sides.includes(audience));
  },
  audiences: async (application, _, ctx) => {
    const sides = audiencesOf(ctx.actor, await scope(application, ctx));
    return sides.length > 0 ? ["EVERYONE", ...sides] : [];
  },
  receiptUrl: ({ id, submitted }, _, { origin }) => (submitted ? `${origin}/recepisses/candidatures/${id}.pdf` : null),
  history: historyFor,
};

export const TeamMember: TeamMemberResolvers = {
  person: ({ personId }) => ({ id: personId }),
};

export const ApplicationMessage: ApplicationMessageResolvers = {
  author: ({ authorId }) => ({ id: authorId }),
  audience: ({ audience }) => audience as "EVERYONE",
};
