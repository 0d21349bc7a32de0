import type { ProblemReportResolvers } from "../gen/schema.ts";

const person = (id: string | null) => (id ? { id } : null);

export const ProblemReport: ProblemReportResolvers = {
  reporter: ({ reporterId }) => person(reporterId),
  answeredBy: ({ answeredById }) => person(answeredById),
};
