import { pageOf } from "@trame/kit/connection";
import type { QueryResolvers } from "../../gen/schema.ts";
import { listEditions } from "../../store/lists.ts";
import { demandDrafts } from "../Newsletter.ts";

const french = new Intl.Collator("fr");

/** The thematic series first, then by discipline. */
export const newsletters: QueryResolvers["newsletters"] = async (_, __, { db }) =>
  (await db.newsletter.findMany()).sort((a, b) => french.compare(b.kind, a.kind) || french.compare(a.title, b.title));

export const newsletter: QueryResolvers["newsletter"] = (_, { slug }, { db }) =>
  db.newsletter.findUnique({ where: { slug } });

export const edition: QueryResolvers["edition"] = async (_, { id }, ctx) => {
  const found = await ctx.load.edition.load(id);
  if (found?.state === "DRAFT") demandDrafts(ctx);
  return found;
};

export const editions: QueryResolvers["editions"] = (_, { filter, ...args }, ctx) => {
  const { newsletterId, kind, states } = filter ?? {};
  if (states?.includes("DRAFT")) demandDrafts(ctx);
  return listEditions(ctx.db, { newsletterId, kind, states: states ?? ["PUBLISHED"] }, pageOf(args));
};
