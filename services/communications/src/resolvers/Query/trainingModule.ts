import type { QueryResolvers } from "../../gen/schema.ts";

export const trainingModule: QueryResolvers["trainingModule"] = (_, { id }, { load }) => load.module.load(id);
