import { type Actor, ANONYMOUS } from "@trame/kit/actor";
import { person, type TestedService, testService } from "@trame/kit/testing/service";
import { AcademyRecordedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { service } from "../src/service.ts";

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
  const tested = await testService(service, { at: new Date(DURING_THE_CALL) });
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
  const application =
    "application { id version state missing { field requirement } decision { reason } project { id state } }";
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
    decides: (actor: Actor, applicationId: string, outcome: string, reason = "Projet mutualisé et bien encadré.") =>
      mutate(actor, "decideApplication", "DecideApplicationInput", { applicationId, outcome, reason }, application),
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
      await it.submits(paulFor(themeId), draft.id);
      return draft.id;
    },
  };
}

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
