interface Report {
  at: string;
  project?: { id: string } | null;
}

/** The last report of each project, to be read side by side, and those before it, the latest first. */
export function latestAndEarlier<One extends Report>(reports: readonly One[]): { latest: One[]; earlier: One[] } {
  const sorted = reports.toSorted((one, other) => other.at.localeCompare(one.at));
  const isLatest = (report: One) =>
    sorted.find(({ project }) => project != null && project.id === report.project?.id) === report;
  return { latest: sorted.filter(isLatest), earlier: sorted.filter((report) => !isLatest(report)) };
}
