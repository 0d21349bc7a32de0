import type { Resolvers } from "../gen/schema.ts";
import { Academy } from "./Academy.ts";
import { Application, ApplicationMessage, TeamMember } from "./Application.ts";
import { Call, Campaign, DisciplineCoverage, Reviewer, ThemeCoverage } from "./Campaign.ts";
import { Instalment, MeansEnvelope, PayLine } from "./Instalment.ts";
import { Mutation } from "./mutations.ts";
import { Project } from "./Project.ts";
import { application, applications } from "./Query/applications.ts";
import { campaign, campaigns, currentCampaign, openCampaign } from "./Query/campaigns.ts";
import { discipline, disciplines } from "./Query/disciplines.ts";
import { myReviews } from "./Query/myReviews.ts";
import { envelopes, instalment, instalments, payLines } from "./Query/pay.ts";
import { project, projects } from "./Query/projects.ts";
import { review } from "./Query/review.ts";
import { theme, themes } from "./Query/themes.ts";
import { Review, ReviewPayload, ReviewQueue } from "./Review.ts";
import { LeadProposal, Theme } from "./Theme.ts";
import { Viewer } from "./Viewer.ts";

export const resolvers: Resolvers = {
  Query: {
    campaigns,
    campaign,
    currentCampaign,
    openCampaign,
    theme,
    themes,
    application,
    applications,
    project,
    projects,
    review,
    myReviews,
    instalments,
    instalment,
    payLines,
    envelopes,
    disciplines,
    discipline,
  },
  Mutation,
  Campaign,
  Call,
  Reviewer,
  DisciplineCoverage,
  ThemeCoverage,
  Theme,
  LeadProposal,
  Application,
  TeamMember,
  ApplicationMessage,
  Review,
  ReviewQueue,
  ReviewPayload,
  Project,
  Instalment,
  PayLine,
  MeansEnvelope,
  Discipline: { __resolveReference: ({ code }, { load }) => load.discipline.load(code) },
  Academy,
  Viewer,
};
