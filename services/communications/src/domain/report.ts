import { type Refusal, refuse, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

export type ProblemKind = "FAULT" | "ACCESSIBILITY" | "CONTENT" | "RIGHTS" | "PERSONAL_DATA" | "OTHER";
export type ProblemState = "OPEN" | "ANSWERED";

/** What somebody, known or not, found wrong on a page. */
export interface ProblemReport {
  id: string;
  version: number;
  kind: ProblemKind;
  text: string;
  /** Of the page in question: a path of the public origin. */
  path: string | null;
  /** Where to write back, if the person wants it; erased with the answer. */
  contact: string | null;
  /** Null for a visitor. */
  reporterId: string | null;
  reportedAt: Date;
  state: ProblemState;
  answer: string | null;
  answeredById: string | null;
  answeredAt: Date | null;
}

/** How many reports are taken within an hour: of one person, and of all visitors together. */
export const PER_HOUR = { person: 10, visitors: 60 } as const;
export const HOUR = 3_600_000;

const LONGEST = { text: 4_000, contact: 200, path: 300 } as const;

type Written = Pick<ProblemReport, "id" | "kind" | "text" | "path" | "contact">;

/** Anybody reports; what floods the list is refused, so that it stays readable. */
export function reportProblem(
  written: Written,
  { reporterId, reportedAt }: Pick<ProblemReport, "reporterId" | "reportedAt">,
  withinTheHour: number,
): ProblemReport {
  const { kind, text, contact } = written;
  refuseAll([
    ...(text.trim() === "" ? [required("text", "Le problème rencontré")] : []),
    ...tooLong("text", text),
    ...tooLong("contact", contact),
    ...(kind === "PERSONAL_DATA" && !contact?.trim() && reporterId === null ? [refusals.contactNeeded()] : []),
  ]);
  if (withinTheHour >= (reporterId ? PER_HOUR.person : PER_HOUR.visitors)) refuse(refusals.tooManyReports());
  return {
    ...written,
    version: 1,
    text: text.trim(),
    path: pathOf(written.path),
    contact: contact?.trim() || null,
    reporterId,
    reportedAt,
    state: "OPEN",
    answer: null,
    answeredById: null,
    answeredAt: null,
  };
}

/** Answered once; the address that was left to write back has then served, and is forgotten. */
export function answerProblem(
  report: ProblemReport,
  { answer, byId, at }: { answer: string; byId: string | null; at: Date },
): ProblemReport {
  if (report.state === "ANSWERED") refuse(refusals.alreadyAnswered());
  if (answer.trim() === "") refuse(required("answer", "Ce qui a été fait ou répondu"));
  const answered = { answer: answer.trim(), answeredById: byId, answeredAt: at, contact: null };
  return { ...report, ...answered, state: "ANSWERED", version: report.version + 1 };
}

const tooLong = (field: "text" | "contact", value: string | null): Refusal[] =>
  (value?.length ?? 0) > LONGEST[field] ? [refusals.tooLong(field, LONGEST[field])] : [];

/** Only a path of ours: an address of elsewhere would be a link that the office follows. */
const pathOf = (path: string | null): string | null =>
  path && path.length <= LONGEST.path && /^\/(?![/\\])[^\s<>"]*$/.test(path) ? path : null;
