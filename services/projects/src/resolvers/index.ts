import type { Resolvers } from "../gen/schema.ts";
import { Academy } from "./Academy.ts";
import { Application, TeamMember } from "./Application.ts";
import { Call, Campaign } from "./Campaign.ts";
import { Instalment, MeansEnvelope, PayLine } from "./Instalment.ts";
import { agreeToTheme } from "./Mutation/agreeToTheme.ts";
import { attestService } from "./Mutation/attestService.ts";
import { closeCall } from "./Mutation/closeCall.ts";
import { createCampaign } from "./Mutation/createCampaign.ts";
import { decideApplication } from "./Mutation/decideApplication.ts";
import { draftApplication } from "./Mutation/draftApplication.ts";
import { launchTheme } from "./Mutation/launchTheme.ts";
import { nameLeadAcademy } from "./Mutation/nameLeadAcademy.ts";
import { openCall } from "./Mutation/openCall.ts";
import { orderPayments } from "./Mutation/orderPayments.ts";
import { proposeTheme } from "./Mutation/proposeTheme.ts";
import { recordPayments } from "./Mutation/recordPayments.ts";
import { rejectPayment } from "./Mutation/rejectPayment.ts";
import { reviseApplication } from "./Mutation/reviseApplication.ts";
import { setEnvelope } from "./Mutation/setEnvelope.ts";
import { setPayLines } from "./Mutation/setPayLines.ts";
import { setWorkPlan } from "./Mutation/setWorkPlan.ts";
import { submitApplication } from "./Mutation/submitApplication.ts";
import { withdrawApplication } from "./Mutation/withdrawApplication.ts";
import { Project } from "./Project.ts";
import { application, applications } from "./Query/applications.ts";
import { campaign, campaigns, currentCampaign, openCampaign } from "./Query/campaigns.ts";
import { discipline, disciplines } from "./Query/disciplines.ts";
import { envelopes, instalment, instalments, payLines } from "./Query/pay.ts";
import { project, projects } from "./Query/projects.ts";
import { theme, themes } from "./Query/themes.ts";
import { Theme } from "./Theme.ts";
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
    instalments,
    instalment,
    payLines,
    envelopes,
    disciplines,
    discipline,
  },
  Mutation: {
    createCampaign,
    openCall,
    closeCall,
    proposeTheme,
    agreeToTheme,
    setWorkPlan,
    nameLeadAcademy,
    launchTheme,
    draftApplication,
    reviseApplication,
    submitApplication,
    withdrawApplication,
    decideApplication,
    setPayLines,
    attestService,
    orderPayments,
    rejectPayment,
    recordPayments,
    setEnvelope,
  },
  Campaign,
  Call,
  Theme,
  Application,
  TeamMember,
  Project,
  Instalment,
  PayLine,
  MeansEnvelope,
  Discipline: { __resolveReference: ({ code }, { load }) => load.discipline.load(code) },
  Academy,
  Viewer,
};
