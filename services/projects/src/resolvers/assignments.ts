import { refuseAll } from "@trame/kit/refusal";
import { parse } from "csv-parse/sync";
import type { Context } from "../context.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { assignReviewer } from "../store/reviewers.ts";
import { byRow, onApplication, rowKey } from "./commands.ts";

interface Assignment {
  applicationId: string;
  reviewerId: string;
}

export const assignRows = (ctx: Context, rows: readonly Assignment[], key: string | null | undefined) =>
  byRow(rows, (assignment, row) =>
    onApplication(ctx, "assignReviewers", { idempotencyKey: rowKey(key, row) }, (tx, command) => {
      policy.demand(command.by, "assignReviewers");
      return assignReviewer(tx, command, assignment);
    }),
  );

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Two columns; a first line that names no identifier is a heading. */
export function readAssignments(csv: string): Assignment[] {
  const options = {
    delimiter: [",", ";", "\t"],
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
  };
  const lines: string[][] = parse(csv, options);
  const headed = lines.length > 0 && !lines[0]?.some((cell) => UUID.test(cell)) ? 1 : 0;
  const rows = lines.slice(headed).map(([applicationId = "", reviewerId = ""]) => ({ applicationId, reviewerId }));
  refuseAll(
    rows.flatMap(({ applicationId, reviewerId }, index) =>
      UUID.test(applicationId) && UUID.test(reviewerId) ? [] : [refusals.csvMalformed(index + 1 + headed)],
    ),
  );
  return rows;
}
