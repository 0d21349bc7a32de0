/**
 * Who may do what, written from the programme's table of rights (domain.md §12, docs/decisions/0005) and not from the
 * services' code. One line an act: the service, its action, and who, each with the scope in which the mandate is held.
 */
export interface Act {
  says: string;
  service: "projects" | "people" | "scenarios" | "meetings" | "communications";
  actions: string[];
  who: Who[];
}

type Dimension = "academy" | "theme" | "discipline" | "departement";
export type Who = [role: string, ...scope: Dimension[]];

const office: Who[] = [["PROGRAMME"]];
const expert: Who[] = [["EXPERT", "theme"]];
const inspection: Who[] = [["INSPECTOR_GENERAL", "theme"]];
const referent: Who[] = [["REFERENT", "academy", "theme"]];
const pilot: Who[] = [["PILOT", "academy", "theme"]];
const dan: Who[] = [["DAN", "academy"]];
/** Whoever sits in the academic group (R30 to R41). */
const team: Who[] = [
  ["TEACHER", "academy", "theme"],
  ["REFERENT", "academy", "theme"],
  ["PILOT", "academy", "theme"],
  ["CARDIE", "academy", "theme"],
  ["IEN", "academy", "theme"],
];
/** And the national group, to which the teams belong (R27). */
const nation: Who[] = [
  ...expert,
  ...inspection,
  ["TEACHER", "theme"],
  ["REFERENT", "theme"],
  ["PILOT", "theme"],
  ["CARDIE", "theme"],
  ["IEN", "theme"],
];

export const acts: Act[] = [
  {
    says: "create campaign and settings; open and close the call; admissibility; assign reviewers; decide; launch; name the lead academy; order payment",
    service: "projects",
    actions: [
      "createCampaign",
      "openCall",
      "closeCall",
      "judgeAdmissibility",
      "assignReviewers",
      "decideApplication",
      "launchTheme",
      "nameLeadAcademy",
      "orderPayment",
    ],
    who: office,
  },
  { says: "plan national meetings", service: "meetings", actions: ["planNational"], who: office },
  { says: "propose a theme", service: "projects", actions: ["proposeTheme"], who: [["EXPERT"]] },
  { says: "work plan", service: "projects", actions: ["setWorkPlan"], who: expert },
  {
    says: "prior-work and literature reviews; nominate national materials and modules",
    service: "communications",
    actions: ["recordPriorWorkReview", "recordLiteratureReview", "declareNationalMaterial", "declareNationalModule"],
    who: expert,
  },
  { says: "convene and lead national meetings", service: "meetings", actions: ["leadNational"], who: expert },
  { says: "agree to a theme", service: "projects", actions: ["agreeToTheme"], who: inspection },
  {
    says: "draft an application; name members",
    service: "projects",
    actions: ["draftApplication", "reviseApplication"],
    who: referent,
  },
  {
    says: "progress report; plan academic meetings",
    service: "meetings",
    actions: ["reportProgress", "planAcademic", "leadAcademic"],
    who: referent,
  },
  { says: "academic materials", service: "communications", actions: ["declareAcademicMaterial"], who: referent },
  { says: "propose scenarios for review", service: "scenarios", actions: ["proposeScenario"], who: referent },
  {
    says: "submit an application; attest service",
    service: "projects",
    actions: ["submitApplication", "attestService"],
    who: [...pilot, ...dan],
  },
  {
    says: "name the référent and replace him or her",
    service: "people",
    actions: ["REFERENT"],
    who: [...pilot, ...dan],
  },
  { says: "approve academic minutes: the pilot", service: "meetings", actions: ["approveAcademic"], who: pilot },
  { says: "approve academic minutes: else the DAN", service: "meetings", actions: ["approveUnpiloted"], who: dan },
  {
    says: "give or refuse the DASEN's agreement",
    service: "people",
    actions: ["giveDasenAgreement"],
    who: [["DASEN", "departement"]],
  },
  {
    says: "name the CARDIE representative",
    service: "people",
    actions: ["CARDIE_OF_GROUP"],
    who: [["CARDIE", "academy"]],
  },
  { says: "write and comment scenarios, implementations", service: "scenarios", actions: ["writeScenario"], who: team },
  {
    says: "comment a published scenario of the theme",
    service: "scenarios",
    actions: ["giveFeedback", "reuseScenario"],
    who: nation,
  },
  { says: "watch", service: "communications", actions: ["shareWatchItem"], who: nation },
  {
    says: "read the national group's space",
    service: "meetings",
    actions: ["readNational", "readProgress"],
    who: [...nation, ...office],
  },
  {
    says: "review a scenario version",
    service: "scenarios",
    actions: ["reviewScenario"],
    who: [...pilot, ["IAN", "academy", "discipline"]],
  },
  {
    says: "index in ÉDU'base, record the academic address, unpublish",
    service: "scenarios",
    actions: ["indexScenario", "setOpenAddress", "withdrawScenario"],
    who: [["IAN", "academy", "discipline"], ...referent],
  },
  {
    says: "order, edit, publish and send letters; channels and relays",
    service: "communications",
    actions: ["editEdition", "arrangeEdition", "publishEdition", "recordRelay"],
    who: [["EDITOR"]],
  },
  {
    says: "read participation beyond the public figures",
    service: "people",
    actions: ["readSmallFigures"],
    who: [["ANALYST"], ...office, ...expert, ...dan, ["PILOT", "academy"]],
  },
  {
    says: "accounts of the platform (0005)",
    service: "people",
    actions: ["ADMIN", "PROGRAMME", "EDITOR", "ANALYST", "DAN", "DASEN"],
    who: [["ADMIN"]],
  },
  {
    says: "the academy's own offices and persons (0005)",
    service: "people",
    actions: ["IAN", "CARDIE_OF_ACADEMY", "recordPerson"],
    who: [["ADMIN"], ...dan],
  },
  { says: "national seats (0005)", service: "people", actions: ["EXPERT", "INSPECTOR_GENERAL"], who: office },
  { says: "teachers (0005)", service: "people", actions: ["TEACHER"], who: [...referent, ...pilot, ...dan] },
  { says: "pilot (0005)", service: "people", actions: ["PILOT"], who: [...office, ...dan] },
  { says: "IEN of a group (0005)", service: "people", actions: ["IEN"], who: dan },
  {
    says: "erase somebody who asked in writing; terms (my data)",
    service: "people",
    actions: ["eraseAnother", "setTerms"],
    who: [["ADMIN"]],
  },
];
