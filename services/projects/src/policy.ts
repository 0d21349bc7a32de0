import { grant, nameRoles, rights } from "@trame/kit/rights";

nameRoles({
  PROGRAMME: "le département DNE A2",
  EXPERT: "l'expert·e du thème",
  INSPECTOR_GENERAL: "l'inspection générale du thème",
  PILOT: "l'inspection pilote du groupe",
  REFERENT: "le ou la référent·e de l'académie pour ce thème",
  DAN: "le ou la délégué·e académique au numérique",
});

const office = [grant("PROGRAMME")];
const academyHeads = [grant("PILOT", "academy", "theme"), grant("DAN", "academy")];

/**
 * Who may do what (domain.md §12). What a row does not name is refused. To review an application no role is enough: it
 * takes an assignment without conflict of interest (store/reviews.ts).
 */
export const policy = rights({
  createCampaign: office,
  reviseCampaign: office,
  openCall: office,
  closeCall: office,
  proposeTheme: [grant("EXPERT")],
  reviseTheme: [grant("EXPERT", "theme")],
  setThemeDeadline: office,
  agreeToTheme: [grant("INSPECTOR_GENERAL", "theme")],
  setWorkPlan: [grant("EXPERT", "theme")],
  proposeLeadAcademy: [grant("EXPERT", "theme")],
  nameLeadAcademy: office,
  launchTheme: office,
  renewTheme: office,
  draftApplication: [grant("REFERENT", "academy", "theme")],
  reviseApplication: [grant("REFERENT", "academy", "theme")],
  signApplication: academyHeads,
  submitApplication: academyHeads,
  withdrawApplication: academyHeads,
  handOverApplication: academyHeads,
  judgeAdmissibility: office,
  assignReviewers: office,
  decideApplication: office,
  attestService: academyHeads,
  orderPayment: office,
  readPay: [...office, ...academyHeads, grant("REFERENT", "academy", "theme")],
  readPayLines: [...office, ...academyHeads],
  readEnvelopes: [...office, grant("DAN", "academy")],
  readBoard: office,
  readReviews: [...office, grant("INSPECTOR_GENERAL", "theme")],
  /** The academy's own side and the office: no conflict of interest takes it away. */
  readApplication: [...office, grant("REFERENT", "academy", "theme"), ...academyHeads],
  /** Who follows the theme, unless he or she has an interest in the application. */
  readThemeApplications: [grant("EXPERT", "theme"), grant("INSPECTOR_GENERAL", "theme")],
  /** Notes of the academy among itself, and of the office with those who steer the theme. */
  readAcademyNotes: [grant("REFERENT", "academy", "theme"), ...academyHeads],
  readOfficeNotes: [...office, grant("EXPERT", "theme"), grant("INSPECTOR_GENERAL", "theme")],
});
