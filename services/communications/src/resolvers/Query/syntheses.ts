import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { institutions as readInstitutions } from "../../store/distribution.ts";
import { mayRead } from "../Synthesis.ts";

export const synthesis: QueryResolvers["synthesis"] = async (_, { id }, { actor, load }) => {
  const found = await load.synthesis.load(id);
  return found && mayRead(actor, found) ? found : null;
};

export const institutions: QueryResolvers["institutions"] = (_, __, { db, actor }) =>
  policy.may(actor, "keepInstitutions") || policy.holds(actor, "EXPERT") ? readInstitutions(db) : null;
