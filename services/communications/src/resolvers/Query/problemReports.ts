import { pageOf } from "@trame/kit/connection";
import { refuse } from "@trame/kit/refusal";
import { refusals } from "../../errors.ts";
import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { listReports } from "../../store/reports.ts";

/** All of them to who answers; to anybody else his or her own. */
export const problemReports: QueryResolvers["problemReports"] = (_, { states, ...args }, { db, actor }) => {
  if (policy.may(actor, "answerProblems")) return listReports(db, { states }, pageOf(args));
  if (!actor.personId) refuse(refusals.reportsSignedOut());
  return listReports(db, { states, reporterId: actor.personId }, pageOf(args));
};
