import { pageOf } from "@trame/kit/connection";
import { family } from "@trame/kit/succession";
import type { Context } from "../../context.ts";
import type { InstalmentFilter, QueryResolvers } from "../../gen/schema.ts";
import { mayReadPay } from "../../store/access.ts";
import { listEnvelopes, listInstalments, listPayLines } from "../../store/pay-lists.ts";

export const instalment: QueryResolvers["instalment"] = async (_, { id }, { actor, load }) => {
  const found = await load.instalment.load(id);
  return found && mayReadPay(actor, await load.academies(), found) ? found : null;
};

export const instalments: QueryResolvers["instalments"] = async (_, { filter, ...page }, ctx) =>
  listInstalments(ctx.db, ctx.actor, await ctx.load.academies(), await queryOf(filter, ctx), pageOf(page));

export const payLines: QueryResolvers["payLines"] = async (_, { filter, ...page }, ctx) =>
  listPayLines(ctx.db, ctx.actor, await ctx.load.academies(), await queryOf(filter, ctx), pageOf(page));

export const envelopes: QueryResolvers["envelopes"] = async (_, { schoolYear, academyCode }, { db, actor, load }) => {
  const academies = await load.academies();
  const academyCodes = academyCode ? family(academies, academyCode) : undefined;
  return listEnvelopes(db, actor, academies, { schoolYear, academyCodes });
};

async function queryOf(filter: InstalmentFilter | null | undefined, { load }: Context) {
  const { academyCode, ...rest } = filter ?? {};
  return { ...rest, academyCodes: academyCode ? family(await load.academies(), academyCode) : undefined };
}
