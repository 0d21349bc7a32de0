import { present } from "@trame/kit/batch";
import type { ProjectResolvers } from "../gen/schema.ts";
import { mayReadPay } from "../store/access.ts";
import { readableOnly } from "./Application.ts";

export const Project: ProjectResolvers = {
  __resolveReference: ({ id }, { load }) => load.project.load(id),
  theme: async ({ themeId }, _, { load }) => present(await load.theme.load(themeId)),
  campaign: async ({ campaignId }, _, { load }) => present(await load.campaign.load(campaignId)),
  academy: ({ academyCode }) => ({ code: academyCode }),
  application: async ({ applicationId }, _, ctx) => readableOnly(await ctx.load.application.load(applicationId), ctx),
  instalments: async (project, _, { actor, load }) =>
    mayReadPay(actor, await load.academies(), project) ? load.instalmentsOfProject.load(project.id) : null,
  abandonedReason: ({ abandoned }) => abandoned?.reason ?? null,
};
