import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** What a team makes of all that it tried in class: one for a project (R59). */
export interface ProjectAnalysis {
  projectId: string;
  text: string;
  byId: string | null;
  at: Date;
  version: number;
}

/** There is something to analyse, and something said of it. */
export function writeAnalysis(
  before: ProjectAnalysis | null,
  written: Omit<ProjectAnalysis, "version">,
  implementations: number,
): ProjectAnalysis {
  const found: Refusal[] = [];
  if (written.text.trim() === "") found.push(required("text", "L'analyse", "R59"));
  if (implementations === 0) found.push(refusals.nothingToAnalyse());
  refuseAll(found);
  return { ...written, version: (before?.version ?? 0) + 1 };
}
