import type { Actor } from "@trame/kit/actor";
import { pageOf } from "@trame/kit/connection";
import { refuse } from "@trame/kit/refusal";
import { refusals } from "../../errors.ts";
import type { QueryResolvers } from "../../gen/schema.ts";
import { listSequences } from "../../store/lists.ts";

/** Shared between the groups (R06, R08), whose rights of use nobody has cleared: not with the whole Web. */
export const mayReadSequences = ({ kind, mandates }: Actor): boolean => kind === "system" || mandates.length > 0;

export const sequence: QueryResolvers["sequence"] = (_, { id }, { actor, load }) =>
  mayReadSequences(actor) ? load.sequence.load(id) : refuse(refusals.sequencesForMembers());

export const sequences: QueryResolvers["sequences"] = (_, { filter, ...page }, { actor, db }) =>
  mayReadSequences(actor) ? listSequences(db, filter ?? {}, pageOf(page)) : refuse(refusals.sequencesForMembers());
