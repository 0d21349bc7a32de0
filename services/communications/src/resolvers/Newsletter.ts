import { present } from "@trame/kit/batch";
import { nested } from "@trame/kit/connection";
import { forbidden, refuse } from "@trame/kit/refusal";
import type { Context } from "../context.ts";
import type { EditionItemResolvers, EditionResolvers, NewsletterResolvers } from "../gen/schema.ts";
import { viewOf } from "../mail/letters.ts";
import { editionFragment } from "../pages/fragment.ts";
import { policy } from "../policy.ts";
import { addressOf } from "../store/addresses.ts";

/** Drafts are the editors' business. */
export function demandDrafts({ actor }: Context): void {
  if (!policy.may(actor, "readDrafts")) {
    refuse(forbidden("FORBIDDEN", "Un numéro en préparation se lit à la rédaction de la lettre Édu_Num."));
  }
}

export const Newsletter: NewsletterResolvers = {
  __resolveReference: ({ id }, { load }) => load.newsletter.load(id),
  kind: ({ kind }) => (kind === "THEMATIC" ? "THEMATIC" : "DISCIPLINARY"),
  discipline: ({ disciplineCode }) => (disciplineCode ? { code: disciplineCode } : null),
  editions: async ({ id }, args, { load }) => nested(await load.publishedOf.load(id), args),
  draft: ({ id }, _, ctx) => {
    demandDrafts(ctx);
    return ctx.load.draftOf.load(id);
  },
};

export const Edition: EditionResolvers = {
  __resolveReference: async ({ id }, ctx) => {
    const found = await ctx.load.edition.load(id);
    if (found?.state === "DRAFT") demandDrafts(ctx);
    return found;
  },
  newsletter: async ({ newsletterId }, _, { load }) => present(await load.newsletter.load(newsletterId)),
  items: ({ items, newsletterId }) => items.map((item) => ({ ...item, newsletterId })),
  sending: ({ id }, _, { load, actor }) => (policy.may(actor, "readDrafts") ? load.sendingOf.load(id) : null),
  html: async ({ id }, _, { db, origin }) => {
    const view = await viewOf(db, origin, { id });
    return view ? editionFragment(view) : "";
  },
  url: async ({ newsletterId, number }, _, { load, origin }) => {
    const { slug } = present(await load.newsletter.load(newsletterId));
    return addressOf(origin, slug, number);
  },
};

export const EditionItem: EditionItemResolvers = {
  publication: async ({ publicationId }, _, { load }) =>
    publicationId ? present(await load.publication.load(publicationId)) : null,
  piece: ({ piece }, _, { origin }) =>
    piece ? { ...piece, imageUrl: piece.imageId ? `${origin}/lettres/images/${piece.imageId}` : null } : null,
  withdrawn: async ({ publicationId }, _, { load }) =>
    publicationId !== null && present(await load.publication.load(publicationId)).state === "WITHDRAWN",
  alreadyIn: async ({ publicationId, newsletterId }, _, { load }) => {
    if (!publicationId) return [];
    const carriers = (await load.carriers.load(publicationId)).map((carrier) => carrier.newsletterId);
    const others = carriers.filter((id) => id !== newsletterId);
    return (await load.newsletter.loadMany(others)).map((found) => present(found));
  },
};
