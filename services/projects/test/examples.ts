import { type Actor, ANONYMOUS } from "@trame/kit/actor";
import { person, type TestedService, testService } from "@trame/kit/testing/service";
import { AcademyRecordedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { serviceWith } from "../src/service.ts";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** The persons of the examples. Claire drafts, Paul pilots, Dominique is the DAN. */
export const persons = { claire: id(1), paul: id(2), dominique: id(3), teachers: [id(4), id(5), id(6)] };

export const RENNES = "14";

export const programme = person(id(10), { role: "PROGRAMME" });
export const visitor = ANONYMOUS;
export const expertOf = (themeId: string) => person(id(11), { role: "EXPERT", themeId });
export const anyExpert = person(id(11), { role: "EXPERT" });
export const inspectorOf = (themeId: string) => person(id(12), { role: "INSPECTOR_GENERAL", themeId });
export const claireFor = (themeId: string) =>
  person(persons.claire, { role: "REFERENT", academyCode: RENNES, themeId });
export const paulFor = (themeId: string) => person(persons.paul, { role: "PILOT", academyCode: RENNES, themeId });
export const dominique = person(persons.dominique, { role: "DAN", academyCode: RENNES });

/** Inside the window of the examples' call. */
export const DURING_THE_CALL = "2020-05-18T07:00:00Z";

const ERRORS = "errors { kind code message field requirement }";

/** The service with what a test may ask of its persons. */
export async function projects() {
  const tested = await testService(serviceWith(), { at: new Date(DURING_THE_CALL) });
  await academy(tested, RENNES, "académie de Rennes");
  return Object.assign(tested, capabilities(tested));
}

export const academy = (tested: TestedService, code: string, label: string, more: Record<string, string> = {}) =>
  tested.hears(AcademyRecordedSchema, code, { academy: { code, label, name: label, ...more } });

function capabilities(tested: TestedService) {
  const mutate = async (actor: Actor, name: string, type: string, input: object, fields: string) => {
    const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} ${ERRORS} } }`;
    return (await tested.query(actor, query, { input }))[name];
  };
  const application = `application { id version state missing { field requirement } decision { outcome reason letter }
    pendingDecision { outcome letter } signatures { role by { id } } correction { reason dueAt }
    reviewSummary { count mean median spread } project { id state } }`;
  const campaign =
    "campaign { id version target phase call { state opensAt closesAt } phases { kind startsAt endsAt } }";
  const theme = "theme { id version state launchGaps { code requirement } }";
  const it = {
    preparesCampaign: (actor: Actor, input: object = {}) =>
      mutate(
        actor,
        "createCampaign",
        "CreateCampaignInput",
        {
          label: "2020-2021",
          startsOn: "2020-09-01",
          endsOn: "2021-08-31",
          callOpensAt: "2020-05-04T08:00:00+02:00",
          callClosesAt: "2020-06-12T23:59:00+02:00",
          ...input,
        },
        "campaign { id version call { state } target }",
      ),
    proposesTheme: (actor: Actor, campaignId: string, input: object = {}) =>
      mutate(
        actor,
        "proposeTheme",
        "ProposeThemeInput",
        {
          campaignId,
          title: "Numérique et développement durable",
          questions: ["Comment comprendre les dynamiques écosystémiques ?"],
          axes: [],
          kind: "DISCIPLINARY",
          disciplineCodes: ["svt"],
          durationYears: 1,
          ...input,
        },
        theme,
      ),
    agrees: (actor: Actor, themeId: string) => mutate(actor, "agreeToTheme", "AgreeToThemeInput", { themeId }, theme),
    opensCall: (actor: Actor, campaignId: string, input: object = {}) =>
      mutate(actor, "openCall", "OpenCallInput", { campaignId, ...input }, "campaign { id call { state } }"),
    closesCall: (actor: Actor, campaignId: string) =>
      mutate(actor, "closeCall", "CloseCallInput", { campaignId }, "campaign { id call { state } }"),
    plansWork: (actor: Actor, themeId: string, milestones: object[]) =>
      mutate(
        actor,
        "setWorkPlan",
        "SetWorkPlanInput",
        { themeId, milestones },
        "theme { workPlan { milestones { title dueOn } } }",
      ),
    namesLead: (actor: Actor, themeId: string, academyCode: string, reason: string) =>
      mutate(
        actor,
        "nameLeadAcademy",
        "NameLeadAcademyInput",
        { themeId, academyCode, reason },
        "theme { leadAcademy { code } }",
      ),
    launches: (actor: Actor, themeId: string) => mutate(actor, "launchTheme", "LaunchThemeInput", { themeId }, theme),
    drafts: (actor: Actor, themeId: string, input: object = {}) =>
      mutate(
        actor,
        "draftApplication",
        "DraftApplicationInput",
        { themeId, academyCode: RENNES, title: "Des données de terrain", ...input },
        application,
      ),
    revises: (actor: Actor, applicationId: string, input: object) =>
      mutate(actor, "reviseApplication", "ReviseApplicationInput", { applicationId, ...input }, application),
    submits: (actor: Actor, applicationId: string) =>
      mutate(actor, "submitApplication", "SubmitApplicationInput", { applicationId }, application),
    withdraws: (actor: Actor, applicationId: string, reason: string) =>
      mutate(actor, "withdrawApplication", "WithdrawApplicationInput", { applicationId, reason }, application),
    signs: (actor: Actor, applicationId: string) =>
      mutate(actor, "signApplication", "SignApplicationInput", { applicationId }, application),
    admits: (actor: Actor, applicationId: string) =>
      mutate(actor, "admitApplication", "AdmitApplicationInput", { applicationId }, application),
    returns: (actor: Actor, applicationId: string, reason: string, dueAt?: string) =>
      mutate(actor, "returnApplication", "ReturnApplicationInput", { applicationId, reason, dueAt }, application),
    refuses: (actor: Actor, applicationId: string, reason: string) =>
      mutate(actor, "declareInadmissible", "DeclareInadmissibleInput", { applicationId, reason }, application),
    handsOver: (actor: Actor, applicationId: string, referentId: string) =>
      mutate(
        actor,
        "handOverApplication",
        "HandOverApplicationInput",
        { applicationId, referentId },
        "application { referent { id } }",
      ),
    writes: (actor: Actor, applicationId: string, audience: string, text: string) =>
      mutate(actor, "postMessage", "PostMessageInput", { applicationId, audience, text }, "application { id }"),
    decides: (actor: Actor, applicationId: string, outcome: string, input: object = {}) =>
      mutate(
        actor,
        "decideApplication",
        "DecideApplicationInput",
        { applicationId, outcome, reason: "Projet mutualisé et bien encadré.", ...input },
        application,
      ),
    publishes: (actor: Actor, campaignId: string, applicationIds?: string[]) =>
      mutate(actor, "publishDecisions", "PublishDecisionsInput", { campaignId, applicationIds }, campaign),
    reverses: (actor: Actor, applicationId: string, reason: string) =>
      mutate(actor, "reverseDecision", "ReverseDecisionInput", { applicationId, reason }, application),
    proposesLead: (actor: Actor, themeId: string, academyCode: string, reason: string) =>
      mutate(
        actor,
        "proposeLeadAcademy",
        "ProposeLeadAcademyInput",
        { themeId, academyCode, reason },
        "theme { leadProposal { reason academy { code } } }",
      ),
    revisesCampaign: (actor: Actor, campaignId: string, input: object) =>
      mutate(actor, "reviseCampaign", "ReviseCampaignInput", { campaignId, ...input }, campaign),
    movesDates: (actor: Actor, campaignId: string, days: number) =>
      mutate(actor, "moveDates", "MoveDatesInput", { campaignId, days }, campaign),
    datesPhases: (actor: Actor, campaignId: string, phases: object[]) =>
      mutate(actor, "datePhases", "DatePhasesInput", { campaignId, phases }, campaign),
    repeats: (actor: Actor, campaignId: string, input: object) =>
      mutate(
        actor,
        "repeatCampaign",
        "RepeatCampaignInput",
        { campaignId, ...input },
        `${campaign.slice(0, -1)} label themes { nodes { title state continues { id } } } }`,
      ),
    setsDeadline: (actor: Actor, themeId: string, deadlineAt: string | null) =>
      mutate(actor, "setThemeDeadline", "SetThemeDeadlineInput", { themeId, deadlineAt }, "theme { deadlineAt }"),
    revisesTheme: (actor: Actor, themeId: string, input: object) =>
      mutate(actor, "reviseTheme", "ReviseThemeInput", { themeId, ...input }, "theme { title axes questions }"),
    renews: (actor: Actor, themeId: string, granted: boolean, reason: string) =>
      mutate(
        actor,
        "renewTheme",
        "RenewThemeInput",
        { themeId, granted, reason },
        "theme { state renewal { granted } }",
      ),
    namesReviewers: (actor: Actor, campaignId: string, personIds: string[], themeId?: string) =>
      mutate(
        actor,
        "nameReviewers",
        "NameReviewersInput",
        { campaignId, themeId, personIds },
        "campaign { reviewers { person { id } assigned submitted } }",
      ),
    assigns: (actor: Actor, assignments: object[]) =>
      mutate(actor, "assignReviewers", "AssignReviewersInput", { assignments }, ROWS),
    assignsFromCsv: (actor: Actor, csv: string, idempotencyKey?: string) =>
      mutate(actor, "assignReviewersFromCsv", "AssignReviewersFromCsvInput", { csv, idempotencyKey }, ROWS),
    balances: (actor: Actor, campaignId: string) =>
      mutate(
        actor,
        "balanceReviews",
        "BalanceReviewsInput",
        { campaignId },
        "campaign { reviewers { person { id } assigned } }",
      ),
    reviews: (actor: Actor, reviewId: string, value: number, input: object = {}) =>
      mutate(
        actor,
        "saveReview",
        "SaveReviewInput",
        { reviewId, marks: MARKED.map((code) => ({ code, value })), comment: "Clair.", submit: true, ...input },
        "review { id state mark } next { id }",
      ),
    declaresConflict: (actor: Actor, reviewId: string, reason: string) =>
      mutate(
        actor,
        "declareConflict",
        "DeclareConflictInput",
        { reviewId, reason },
        "review { state application { id } }",
      ),
    abstains: (actor: Actor, reviewId: string, reason: string) =>
      mutate(actor, "abstainFromReview", "AbstainFromReviewInput", { reviewId, reason }, "review { state }"),
  };
  return {
    ...it,
    /** A campaign with one agreed theme in its open call. */
    async openCallWithTheme(input: object = {}): Promise<{ campaignId: string; themeId: string }> {
      const campaignId = (await it.preparesCampaign(programme)).campaign.id;
      const themeId = (await it.proposesTheme(anyExpert, campaignId, input)).theme.id;
      await it.agrees(inspectorOf(themeId), themeId);
      await it.opensCall(programme, campaignId);
      return { campaignId, themeId };
    },
    /** Claire's application, complete, and submitted by the pilot. */
    async submitted(themeId: string): Promise<string> {
      const { application: draft } = await it.drafts(claireFor(themeId), themeId);
      await it.revises(claireFor(themeId), draft.id, complete);
      await it.signs(dominique, draft.id);
      await it.submits(paulFor(themeId), draft.id);
      return draft.id;
    },
    /** Decided and published at once; the project that it became. */
    async retained(campaignId: string, applicationId: string): Promise<string> {
      await it.decides(programme, applicationId, "RETAINED");
      await it.publishes(programme, campaignId, [applicationId]);
      const { application: found } = await tested.query(
        programme,
        "query($id: ID!) { application(id: $id) { project { id } } }",
        {
          id: applicationId,
        },
      );
      return found.project.id;
    },
  };
}

/** The usual grid's criteria. */
const MARKED = ["problem", "classroom", "sharing", "spread", "steering"];

const ROWS = "rows { row application { id state pendingDecision { outcome } } errors { code } }";

/** What a complete application says. */
export const complete = {
  problem: "Comment décrire un milieu avec des données recueillies par les élèves ?",
  objectives: "Recueillir, décrire et partager des données de terrain.",
  levels: "Seconde générale",
  meetingCommitment: true,
  members: persons.teachers.map((personId) => ({
    personId,
    degree: "SECOND",
    implementsInClass: true,
    disciplineCode: "svt",
  })),
};
