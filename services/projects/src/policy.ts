import { grant, nameRoles, rights } from "@trame/kit/rights";

nameRoles({
  PROGRAMME: "le département DNE A2",
  EXPERT: "l'expert·e du thème",
  INSPECTOR_GENERAL: "l'inspection générale du thème",
  PILOT: "l'inspection pilote du groupe",
  REFERENT: "le ou la référent·e de l'académie pour ce thème",
  DAN: "le ou la délégué·e académique au numérique",
});

/** Who may do what (domain.md §12). What a row does not name is refused. */
export const policy = rights({
  createCampaign: [grant("PROGRAMME")],
  openCall: [grant("PROGRAMME")],
  closeCall: [grant("PROGRAMME")],
  proposeTheme: [grant("EXPERT")],
  agreeToTheme: [grant("INSPECTOR_GENERAL", "theme")],
  setWorkPlan: [grant("EXPERT", "theme")],
  nameLeadAcademy: [grant("PROGRAMME")],
  launchTheme: [grant("PROGRAMME")],
  draftApplication: [grant("REFERENT", "academy", "theme")],
  reviseApplication: [grant("REFERENT", "academy", "theme")],
  submitApplication: [grant("PILOT", "academy", "theme"), grant("DAN", "academy")],
  withdrawApplication: [grant("PILOT", "academy", "theme"), grant("DAN", "academy")],
  decideApplication: [grant("PROGRAMME")],
  attestService: [grant("PILOT", "academy", "theme"), grant("DAN", "academy")],
  orderPayment: [grant("PROGRAMME")],
  readPay: [
    grant("PROGRAMME"),
    grant("PILOT", "academy", "theme"),
    grant("DAN", "academy"),
    grant("REFERENT", "academy", "theme"),
  ],
  readPayLines: [grant("PROGRAMME"), grant("PILOT", "academy", "theme"), grant("DAN", "academy")],
  readEnvelopes: [grant("PROGRAMME"), grant("DAN", "academy")],
  readApplication: [
    grant("PROGRAMME"),
    grant("EXPERT", "theme"),
    grant("INSPECTOR_GENERAL", "theme"),
    grant("REFERENT", "academy", "theme"),
    grant("PILOT", "academy", "theme"),
    grant("DAN", "academy"),
  ],
});
