import { aggregate } from "@trame/kit/aggregate";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { evolveReport, type ProgressFact, type ProgressReport } from "../domain/progress.ts";
import { tellReport } from "../events.ts";

/** The only writer of progress reports. A report is never changed: the next one follows it. */
export const reports = aggregate<Tx, ProgressReport, ProgressFact>({
  name: "ProgressReport",
  label: "Ce point d'étape",
  topic: topics.meetings,
  lock: (tx, id) => tx.progressReport.findUnique({ where: { id } }),
  insert: async (tx, report) => void (await tx.progressReport.create({ data: report })),
  update: async (tx, report) =>
    void (await tx.progressReport.update({ where: { id: report.id }, data: { version: report.version } })),
  evolve: evolveReport,
  tell: tellReport,
});
