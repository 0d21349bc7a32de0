import { pageOf } from "@trame/kit/connection";
import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { listErasures } from "../../store/care.ts";
import { hashOf, toErasure } from "../../store/erasures.ts";

export const erasures: QueryResolvers["erasures"] = async (_, { open, ...page }, { db, actor }) => {
  policy.demand(actor, "readErasures");
  return listErasures(db, open ?? false, pageOf(page));
};

/** Whoever has the receipt may read it: the person is nobody any more, and nothing in it says who it was. */
export const erasureReceipt: QueryResolvers["erasureReceipt"] = async (_, { token }, { db }) => {
  const row = await db.erasure.findUnique({ where: { receipt: hashOf(token) } });
  return row && toErasure(row);
};
