import { type Actor, ANONYMOUS } from "@trame/kit/actor";
import { person, type TestedService, testService } from "@trame/kit/testing/service";
import {
  DisciplineRecordedSchema,
  ProjectOpenedSchema,
  ThemeAgreedSchema,
} from "@trame/proto-schemas/projects/v1/events_pb";
import { service } from "../src/service.ts";

export const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

export const RENNES = "14";
export const THEME = id(900);
export const CAMPAIGN = id(901);
export const PROJECT = id(902);

export const visitor = ANONYMOUS;
export const admin = person(id(1), { role: "ADMIN" });
export const programme = person(id(2), { role: "PROGRAMME" });
export const dominique = person(id(3), { role: "DAN", academyCode: RENNES });
export const cardie = person(id(4), { role: "CARDIE", academyCode: RENNES });
export const dasen = person(id(5), { role: "DASEN", academyCode: RENNES, departement: "35" });
export const analyst = person(id(6), { role: "ANALYST" });
export const gateway: Actor = { kind: "program", name: "passerelle", mandates: [], scopes: ["identity:read"] };
export const paul = person(id(7), { role: "PILOT", academyCode: RENNES, themeId: THEME });
export const claire = person(id(8), { role: "REFERENT", academyCode: RENNES, themeId: THEME });
export const someone = person(id(9));

const ERRORS = "errors { kind code message field requirement }";

const GROUP = `id version seats { role person { id displayName } mandate { startsOn endsOn implementsInClass } }
  pilot { id } referent { id }
  compositionCheck { complete gaps { code severity message remedy whoCanAct requirement } }
  dasenAgreements { departement granted note by { id } }`;

const PARTNERS = "partners { id kind name support endedOn }";

/** The service with what a test may ask of its persons. The school year has begun. */
export async function people(at = "2019-09-16T08:00:00Z") {
  const tested = await testService(service, { at: new Date(at) });
  return Object.assign(tested, capabilities(tested));
}

export type People = Awaited<ReturnType<typeof people>>;

function capabilities(tested: TestedService) {
  const mutate = async (actor: Actor, name: string, type: string, input: object, fields: string) => {
    const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} ${ERRORS} } }`;
    return (await tested.query(actor, query, { input }))[name];
  };
  const it = {
    records: (actor: Actor, givenName: string, familyName: string, more: object = {}) =>
      mutate(
        actor,
        "recordPerson",
        "RecordPersonInput",
        { givenName, familyName, ...more },
        "person { id displayName }",
      ),
    appoints: (actor: Actor, input: object) =>
      mutate(
        actor,
        "appoint",
        "AppointInput",
        { startsOn: "2019-09-01", endsOn: "2020-08-31", ...input },
        "mandate { id version role inForce startsOn endsOn endReason }",
      ),
    ends: (actor: Actor, mandateId: string, endsOn: string, reason = "Mutation", more: object = {}) =>
      mutate(
        actor,
        "endMandate",
        "EndMandateInput",
        { mandateId, endsOn, reason, ...more },
        "mandate { id version inForce endsOn endReason }",
      ),
    answers: (actor: Actor, mandateId: string, accepted: boolean, reason = "") =>
      mutate(
        actor,
        "answerInvitation",
        "AnswerInvitationInput",
        { mandateId, accepted, reason },
        "mandate { id state inForce }",
      ),
    replaces: (actor: Actor, input: object) =>
      mutate(
        actor,
        "replaceMandate",
        "ReplaceMandateInput",
        input,
        "mandate { id state startsOn endsOn predecessor { endsOn endReason person { id } } }",
      ),
    corrects: (actor: Actor, input: object) =>
      mutate(actor, "correctPerson", "CorrectPersonInput", input, "person { id displayName position email }"),
    givesLink: (actor: Actor, personId: string) =>
      mutate(actor, "giveClaimLink", "GiveClaimLinkInput", { personId }, "claimLink { url expiresAt }"),
    addsPartner: (actor: Actor, input: object) =>
      mutate(actor, "addPartner", "AddPartnerInput", input, `academicGroup { ${PARTNERS} }`),
    endsPartner: (actor: Actor, partnerId: string) =>
      mutate(actor, "endPartner", "EndPartnerInput", { partnerId }, `academicGroup { ${PARTNERS} }`),
    writes: (actor: Actor, input: object) => mutate(actor, "writeToGroup", "WriteToGroupInput", input, "recipients"),
    imports: (actor: Actor, bytes: Buffer, preview = true, skipRefused = false) =>
      mutate(
        actor,
        "importPersons",
        "ImportPersonsInput",
        { content: bytes.toString("base64"), preview, skipRefused },
        "report { applied lines { line name person mandate detail refusals { code field } } }",
      ),
    asksErasure: (actor: Actor, input: object = {}) =>
      mutate(actor, "requestErasure", "RequestErasureInput", input, "erasure { id state keepsAuthorship } receiptUrl"),
    confirmsErasure: (actor: Actor, erasureId: string) =>
      mutate(actor, "confirmErasure", "ConfirmErasureInput", { erasureId }, "erasure { id state }"),
    withdrawsErasure: (actor: Actor, erasureId: string) =>
      mutate(actor, "withdrawErasure", "WithdrawErasureInput", { erasureId }, "erasure { id state }"),
    requestsCorrection: (actor: Actor, text: string) =>
      mutate(actor, "requestCorrection", "RequestCorrectionInput", { text }, "correction { id }"),
    answersCorrection: (actor: Actor, correctionId: string, answer: string) =>
      mutate(actor, "answerCorrection", "AnswerCorrectionInput", { correctionId, answer }, "correction { id answer }"),
    setsTerms: (actor: Actor, terms: object = {}) =>
      mutate(
        actor,
        "setTerms",
        "SetTermsInput",
        { retentionYears: 3, retentionNoticeDays: 30, invitationDays: 30, ...terms },
        "terms { retentionYears }",
      ),
    agrees: (actor: Actor, academicGroupId: string, departement: string, granted = true, note?: string) =>
      mutate(
        actor,
        "giveDasenAgreement",
        "GiveDasenAgreementInput",
        { academicGroupId, departement, granted, note },
        `academicGroup { ${GROUP} }`,
      ),
    themeIsAgreed: (themeId = THEME, version?: number) =>
      tested.hears(
        ThemeAgreedSchema,
        themeId,
        {
          theme: {
            id: themeId,
            campaignId: CAMPAIGN,
            title: "Les métadonnées en SVT",
            kind: "DISCIPLINARY",
            disciplineCodes: ["svt"],
            state: "AGREED",
          },
        },
        { version },
      ),
    disciplineIsKnown: () =>
      tested.hears(DisciplineRecordedSchema, "svt", {
        discipline: { code: "svt", label: "Sciences de la vie et de la Terre" },
      }),
    /** The programme office retained an application. */
    projectOpens: (team: Partial<Team> = {}, more: { version?: number; id?: string } = {}) => {
      const { projectId = PROJECT, academyCode = RENNES, themeId = THEME, ...application } = team;
      const project = {
        id: projectId,
        themeId,
        academyCode,
        startsOn: "2019-09-01",
        endsOn: "2020-08-31",
        state: "FORMING",
      };
      return tested.hears(
        ProjectOpenedSchema,
        projectId,
        { project, application: { academyCode, themeId, ...application } },
        more,
      );
    },
    groupOf: async (projectId = PROJECT, actor: Actor = someone) =>
      (
        await tested.query(
          actor,
          `query($r: [_Any!]!) { _entities(representations: $r) { ... on Project { group { ${GROUP} } } } }`,
          { r: [{ __typename: "Project", id: projectId }] },
        )
      )._entities[0].group,
    nationalGroupOf: async (themeId = THEME) =>
      (
        await tested.query(
          someone,
          `query($r: [_Any!]!) { _entities(representations: $r) { ... on Theme { nationalGroup {
             id version seats { role person { id } academy { code } } academicGroups { id }
             compositionCheck { complete gaps { code message requirement } }
             diversity { academies disciplines firstDegreeTeachers secondDegreeTeachers vocationalTeachers } } } } }`,
          { r: [{ __typename: "Theme", id: themeId }] },
        )
      )._entities[0].nationalGroup,
  };
  return {
    ...it,
    /** A person, known to the service. */
    async knows(givenName: string, familyName = "Exemple", more: object = {}): Promise<string> {
      return (await it.records(admin, givenName, familyName, more)).person.id;
    },
    /** Persons enough for a team. */
    async knowsSome(count: number): Promise<string[]> {
      const ids: string[] = [];
      for (let n = 0; n < count; n++) ids.push((await it.records(admin, `Prénom${n}`, "Exemple")).person.id);
      return ids;
    },
  };
}

interface Team {
  projectId: string;
  academyCode: string;
  themeId: string;
  referentId: string;
  pilotId: string;
  cardieId: string;
  members: {
    personId: string;
    degree?: string;
    implementsInClass?: boolean;
    departement?: string;
    disciplineCode?: string;
    track?: string;
  }[];
}

/** A second-degree teacher who tries out in class. */
export const teacher = (personId: string, more: object = {}) => ({
  personId,
  degree: "SECOND",
  track: "GENERAL",
  disciplineCode: "svt",
  departement: "35",
  implementsInClass: true,
  ...more,
});

export const codesOf = (payload: { errors: { code: string; requirement: string | null }[] }) =>
  payload.errors.map(({ code, requirement }) => `${code} ${requirement ?? ""}`.trim());

export const gapsOf = (group: { compositionCheck: { gaps: { code: string; requirement: string }[] } }) =>
  group.compositionCheck.gaps.map(({ code, requirement }) => `${code} ${requirement}`);
