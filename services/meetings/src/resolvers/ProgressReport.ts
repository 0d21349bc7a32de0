import type { ProgressReportResolvers } from "../gen/schema.ts";

export const ProgressReport: ProgressReportResolvers = {
  theme: ({ themeId }) => ({ id: themeId }),
  project: ({ projectId }) => ({ id: projectId }),
  academy: ({ academyCode }) => ({ code: academyCode }),
  author: ({ authorId }) => ({ id: authorId }),
};
