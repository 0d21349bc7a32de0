import type { QueryResolvers } from "../../gen/schema.ts";

export const review: QueryResolvers["review"] = async (_, { id }, { load, actor }) => {
  const found = await load.review.load(id);
  return found && found.reviewerId === actor.personId ? found : null;
};
