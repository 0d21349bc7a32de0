import type { QueryResolvers } from "../../gen/schema.ts";

export const discipline: QueryResolvers["discipline"] = (_, { code }, { load }) => load.discipline.load(code);

const french = new Intl.Collator("fr");

export const disciplines: QueryResolvers["disciplines"] = async (_, __, { db }) =>
  (await db.discipline.findMany()).sort((a, b) => french.compare(a.label, b.label));
