import type { MutationResolvers } from "../../gen/schema.ts";
import { assignRows } from "../assignments.ts";

export const assignReviewers: MutationResolvers["assignReviewers"] = (_, { input }, ctx) =>
  assignRows(ctx, input.assignments, input.idempotencyKey);
