import { refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** How far an academy is, told by its référent to the whole national group (R35, R36). */
export interface ProgressReport {
  id: string;
  version: number;
  projectId: string;
  themeId: string;
  academyCode: string;
  authorId: string;
  text: string;
  /** To the tools where the group shares its work (R37). */
  links: string[];
  at: Date;
}

export type ProgressFact = { type: "ProgressReported"; report: Omit<ProgressReport, "version"> };

export function reportProgress(report: Omit<ProgressReport, "version">, projectState: string): ProgressFact[] {
  if (projectState === "ABANDONED" || projectState === "CLOSED") refuseAll([refusals.projectOver()]);
  refuseAll([
    ...(report.text.trim() === "" ? [required("text", "L'avancement des travaux", "R35")] : []),
    ...report.links.filter((link) => !isAddress(link)).map(refusals.notAnAddress),
  ]);
  return [{ type: "ProgressReported", report }];
}

export const evolveReport = (_before: ProgressReport | null, { report }: ProgressFact): ProgressReport => ({
  ...report,
  version: 0,
});

const isAddress = (link: string) => URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
