import { pageOf } from "@trame/kit/connection";
import { dayIn } from "@trame/kit/day";
import { forbidden, refuse } from "@trame/kit/refusal";
import { family } from "../../domain/academy.ts";
import type { QueryResolvers } from "../../gen/schema.ts";
import { isSignedIn } from "../../policy.ts";
import { listPersons } from "../../store/directory.ts";

export const person: QueryResolvers["person"] = (_, { id }, { load }) => load.person.load(id);

export const persons: QueryResolvers["persons"] = async (_, args, { db, load, actor, at }) => {
  if (!isSignedIn(actor)) refuse(forbidden("FORBIDDEN", "L'annuaire est réservé aux personnes connectées."));
  const { filter, search, orderBy, ...page } = args;
  const { academyCode, ...rest } = filter ?? {};
  const academies = [...(await load.academies()).values()];
  const academyCodes = academyCode ? family(academies, academyCode) : undefined;
  return listPersons(db, { ...rest, academyCodes, search, order: orderBy ?? "NAME_ASC", on: dayIn(at) }, pageOf(page));
};
