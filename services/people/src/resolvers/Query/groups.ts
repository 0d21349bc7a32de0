import type { QueryResolvers } from "../../gen/schema.ts";

export const academicGroup: QueryResolvers["academicGroup"] = (_, { id }, { load }) => load.academicGroup.load(id);
export const nationalGroup: QueryResolvers["nationalGroup"] = (_, { id }, { load }) => load.nationalGroup.load(id);
