import type { QueryResolvers } from "../../gen/schema.ts";

export const vocabulary: QueryResolvers["vocabulary"] = (_, { name }, { db }) =>
  db.concept.findMany({ where: { vocabulary: name }, orderBy: { rank: "asc" } });
