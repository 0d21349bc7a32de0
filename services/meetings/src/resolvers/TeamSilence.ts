import type { TeamSilenceResolvers } from "../gen/schema.ts";

export const TeamSilence: TeamSilenceResolvers = {
  project: ({ projectId }) => ({ id: projectId }),
  academy: ({ academyCode }) => ({ code: academyCode }),
};
