import { pageOf } from "@trame/kit/connection";
import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { audiences, listReaders } from "../../store/readers.ts";

export const letterReaders: QueryResolvers["letterReaders"] = (_, { filter, ...args }, { db, actor }) =>
  policy.may(actor, "keepSubscribers") ? listReaders(db, { ...filter }, pageOf(args)) : null;

export const letterAudiences: QueryResolvers["letterAudiences"] = (_, __, { db, actor, at }) =>
  policy.may(actor, "keepSubscribers") ? audiences(db, at) : null;
