import type { MutationResolvers } from "../gen/schema.ts";
import { abstainFromReview } from "./Mutation/abstainFromReview.ts";
import { admitApplication } from "./Mutation/admitApplication.ts";
import { admitApplications } from "./Mutation/admitApplications.ts";
import { agreeToTheme } from "./Mutation/agreeToTheme.ts";
import { assignReviewers } from "./Mutation/assignReviewers.ts";
import { assignReviewersFromCsv } from "./Mutation/assignReviewersFromCsv.ts";
import { attestService } from "./Mutation/attestService.ts";
import { balanceReviews } from "./Mutation/balanceReviews.ts";
import { closeCall } from "./Mutation/closeCall.ts";
import { createCampaign } from "./Mutation/createCampaign.ts";
import { datePhases } from "./Mutation/datePhases.ts";
import { decideApplication } from "./Mutation/decideApplication.ts";
import { decideApplications } from "./Mutation/decideApplications.ts";
import { declareConflict } from "./Mutation/declareConflict.ts";
import { declareInadmissible } from "./Mutation/declareInadmissible.ts";
import { draftApplication } from "./Mutation/draftApplication.ts";
import { dropDecision } from "./Mutation/dropDecision.ts";
import { editLetter } from "./Mutation/editLetter.ts";
import { handOverApplication } from "./Mutation/handOverApplication.ts";
import { launchTheme } from "./Mutation/launchTheme.ts";
import { moveDates } from "./Mutation/moveDates.ts";
import { nameLeadAcademy } from "./Mutation/nameLeadAcademy.ts";
import { nameReviewers } from "./Mutation/nameReviewers.ts";
import { openCall } from "./Mutation/openCall.ts";
import { orderPayments } from "./Mutation/orderPayments.ts";
import { postMessage } from "./Mutation/postMessage.ts";
import { proposeLeadAcademy } from "./Mutation/proposeLeadAcademy.ts";
import { proposeTheme } from "./Mutation/proposeTheme.ts";
import { publishDecisions } from "./Mutation/publishDecisions.ts";
import { recordPayments } from "./Mutation/recordPayments.ts";
import { rejectPayment } from "./Mutation/rejectPayment.ts";
import { removeReviewer } from "./Mutation/removeReviewer.ts";
import { renewTheme } from "./Mutation/renewTheme.ts";
import { repeatCampaign } from "./Mutation/repeatCampaign.ts";
import { returnApplication } from "./Mutation/returnApplication.ts";
import { reverseDecision } from "./Mutation/reverseDecision.ts";
import { reviseApplication } from "./Mutation/reviseApplication.ts";
import { reviseCampaign } from "./Mutation/reviseCampaign.ts";
import { reviseTheme } from "./Mutation/reviseTheme.ts";
import { saveReview } from "./Mutation/saveReview.ts";
import { setEnvelope } from "./Mutation/setEnvelope.ts";
import { setPayLines } from "./Mutation/setPayLines.ts";
import { setThemeDeadline } from "./Mutation/setThemeDeadline.ts";
import { setWorkPlan } from "./Mutation/setWorkPlan.ts";
import { signApplication } from "./Mutation/signApplication.ts";
import { signApplications } from "./Mutation/signApplications.ts";
import { submitApplication } from "./Mutation/submitApplication.ts";
import { withdrawApplication } from "./Mutation/withdrawApplication.ts";

export const Mutation: MutationResolvers = {
  abstainFromReview,
  admitApplication,
  admitApplications,
  agreeToTheme,
  assignReviewers,
  assignReviewersFromCsv,
  attestService,
  balanceReviews,
  closeCall,
  createCampaign,
  datePhases,
  decideApplication,
  decideApplications,
  declareConflict,
  declareInadmissible,
  draftApplication,
  dropDecision,
  editLetter,
  handOverApplication,
  launchTheme,
  moveDates,
  nameLeadAcademy,
  nameReviewers,
  openCall,
  orderPayments,
  postMessage,
  proposeLeadAcademy,
  proposeTheme,
  publishDecisions,
  recordPayments,
  rejectPayment,
  removeReviewer,
  renewTheme,
  repeatCampaign,
  returnApplication,
  reverseDecision,
  reviseApplication,
  reviseCampaign,
  reviseTheme,
  saveReview,
  setEnvelope,
  setPayLines,
  setThemeDeadline,
  setWorkPlan,
  signApplication,
  signApplications,
  submitApplication,
  withdrawApplication,
};
