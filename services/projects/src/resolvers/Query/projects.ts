import { pageOf } from "@trame/kit/connection";
import { family } from "@trame/kit/succession";
import type { QueryResolvers } from "../../gen/schema.ts";
import { listProjects } from "../../store/lists.ts";

export const project: QueryResolvers["project"] = (_, { id }, { load }) => load.project.load(id);

export const projects: QueryResolvers["projects"] = async (_, args, { db, load }) => {
  const { filter, search, orderBy, ...page } = args;
  const { academyCode, ...rest } = filter ?? {};
  const academyCodes = academyCode ? family(await load.academies(), academyCode) : undefined;
  return listProjects(db, { ...rest, academyCodes, search, order: orderBy ?? "TITLE_ASC" }, pageOf(page));
};
