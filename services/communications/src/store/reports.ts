import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import { newId, stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { changedMeanwhile, notFound, Refusals, refuse } from "@trame/kit/refusal";
import { type Task, task } from "@trame/kit/task";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Db, Tx } from "../database.ts";
import { reportProblem as decide, answerProblem as decideAnswer, HOUR, type ProblemReport } from "../domain/report.ts";
import type { ProblemReport as Row } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";

type NewReport = Pick<ProblemReport, "kind" | "text" | "path" | "contact">;

export const toReport = (row: Row): ProblemReport => row as ProblemReport;

/** Of one person, or of all visitors together; the lock makes two at once count each other. */
async function withinTheHour(tx: Tx, reporterId: string | null, at: Date): Promise<number> {
  const key = `report/${reporterId ?? "visitors"}`;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))::text as locked`;
  return tx.problemReport.count({ where: { reporterId, reportedAt: { gt: new Date(at.getTime() - HOUR) } } });
}

export async function reportProblem(tx: Tx, { by, at }: Command, written: NewReport): Promise<string> {
  const reporterId = by.personId ?? null;
  const recent = await withinTheHour(tx, reporterId, at);
  const report = decide({ id: newId(), ...written }, { reporterId, reportedAt: at }, recent);
  await tx.problemReport.create({ data: report });
  await audit(tx, { at, actor: by, action: "ProblemReported", subject: `ProblemReport:${report.id}` });
  return report.id;
}

/** Who reported it, when known, is told. */
export async function answerProblem(
  tx: Tx,
  { by, at, expectedVersion }: Command,
  { reportId, answer }: { reportId: string; answer: string },
): Promise<string> {
  policy.demand(by, "answerProblems");
  await tx.$queryRaw`select id from problem_report where id = ${reportId} for update`;
  const row = await tx.problemReport.findUnique({ where: { id: reportId } });
  if (!row) refuse(notFound("Ce signalement", "reportId"));
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    throw new Refusals([changedMeanwhile()], reportId);
  }
  const report = decideAnswer(toReport(row), { answer, byId: by.personId ?? null, at });
  await tx.problemReport.update({ where: { id: reportId }, data: report });
  await audit(tx, { at, actor: by, action: "ProblemAnswered", subject: `ProblemReport:${reportId}` });
  if (report.reporterId) await appendEvents(tx, [answered(report, report.reporterId, at)]);
  return reportId;
}

const answered = (report: ProblemReport, reporterId: string, at: Date) =>
  notice(topics.communications, at, {
    id: stableId("problem-answered", report.id),
    kind: "PROBLEM_ANSWERED",
    personIds: [reporterId],
    title: "Réponse au problème que vous avez signalé",
    text: report.answer ?? "",
    path: "/espace/signalements",
    about: report.id,
  });

const NEWEST: SortKey[] = [
  { column: "reportedAt", direction: "desc", parse: (text) => new Date(text) },
  { column: "id", direction: "desc" },
];

export async function listReports(
  db: Db,
  { reporterId, states }: { reporterId?: string; states?: readonly string[] | null },
  page: Page,
) {
  const where = { reporterId, state: states ? { in: [...states] } : undefined };
  const rows = await db.problemReport.findMany({
    where: { AND: [where, afterCursor(NEWEST, page.after)] },
    orderBy: orderBy(NEWEST),
    take: page.size + 1,
  });
  return toConnection(rows.map(toReport), page, {
    keys: ({ reportedAt, id }) => [reportedAt.toISOString(), id],
    totalCount: () => db.problemReport.count({ where }),
  });
}

/** One task for all of them. */
export async function reportTasks(db: Db): Promise<Task[]> {
  const open = await db.problemReport.count({ where: { state: "OPEN" } });
  if (open === 0) return [];
  const detail = open === 1 ? "1 signalement attend une réponse" : `${open} signalements attendent une réponse`;
  return [
    task("problem-reports", "open", { title: "Répondre aux problèmes signalés", detail, href: "/espace/signalements" }),
  ];
}
