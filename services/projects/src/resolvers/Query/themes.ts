import { pageOf } from "@trame/kit/connection";
import type { QueryResolvers } from "../../gen/schema.ts";
import { listThemes } from "../../store/lists.ts";

export const theme: QueryResolvers["theme"] = (_, { id }, { load }) => load.theme.load(id);

export const themes: QueryResolvers["themes"] = (_, { filter, search, orderBy, ...args }, { db }) =>
  listThemes(db, { ...filter, search, order: orderBy ?? "TITLE_ASC" }, pageOf(args));
