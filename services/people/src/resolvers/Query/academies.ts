import { dayIn } from "@trame/kit/day";
import { existsDuring } from "../../domain/academy.ts";
import type { QueryResolvers } from "../../gen/schema.ts";

export const academy: QueryResolvers["academy"] = async (_, { code }, { load }) =>
  (await load.academies()).get(code) ?? null;

export const academies: QueryResolvers["academies"] = async (_, { on, all }, { load, at }) => {
  const day = on ?? dayIn(at);
  return [...(await load.academies()).values()].filter((found) => all || existsDuring(found, day, day));
};
