import type { MutationResolvers } from "../../gen/schema.ts";
import { assignRows, readAssignments } from "../assignments.ts";
import { refusedWhole } from "../commands.ts";

export const assignReviewersFromCsv: MutationResolvers["assignReviewersFromCsv"] = (_, { input }, ctx) =>
  refusedWhole(() => assignRows(ctx, readAssignments(input.csv), input.idempotencyKey));
