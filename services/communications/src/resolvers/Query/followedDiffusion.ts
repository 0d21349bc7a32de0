import { nested } from "@trame/kit/connection";
import { family } from "@trame/kit/succession";
import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { followed } from "../../store/followed.ts";

/** An expert follows a theme, a DAN or a pilot an academy: the filter says which, and is theirs. */
export const followedDiffusion: QueryResolvers["followedDiffusion"] = async (_, { by, filter, ...args }, ctx) => {
  const { db, load, actor } = ctx;
  const { themeId, academyCode, disciplineCode } = filter ?? {};
  const academyCodes = academyCode ? family(await load.academies(), academyCode) : undefined;
  if (!policy.may(actor, "readFollowed", { themeId: themeId ?? undefined, academyCodes })) return null;
  return nested(await followed(db, by ?? "THEME", { themeId, academyCodes, disciplineCode }), args);
};
