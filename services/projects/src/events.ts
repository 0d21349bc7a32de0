import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Told, tell } from "@trame/kit/aggregate";
import * as proto from "@trame/proto-schemas/projects/v1/events_pb";
import type { Application, ApplicationFact } from "./domain/application.ts";
import type { Campaign, CampaignFact } from "./domain/campaign.ts";
import type { Project, ProjectFact } from "./domain/project.ts";
import type { Theme, ThemeFact } from "./domain/theme.ts";

/** What each fact says to the others: a new fact does not compile until it is decided here. */
/** The file of the cahier des charges is read here alone. */
export function tellCampaign(fact: CampaignFact, state: Campaign): Told | null {
  const campaign = campaignMessage(state);
  switch (fact.type) {
    case "CampaignPrepared":
      return tell(proto.CampaignPreparedSchema, create(proto.CampaignPreparedSchema, { campaign }));
    case "CampaignRevised":
    case "CampaignDated":
      return tell(proto.CampaignRevisedSchema, create(proto.CampaignRevisedSchema, { campaign }));
    case "SpecificationDeposited":
    case "SpecificationReplaced":
    case "SpecificationRemoved":
      return null;
    case "PhaseBegan":
      return tell(proto.PhaseBeganSchema, create(proto.PhaseBeganSchema, { campaign }));
    case "CallOpened":
      return tell(proto.CallOpenedSchema, create(proto.CallOpenedSchema, { campaign }));
    case "CallClosed":
      return tell(proto.CallClosedSchema, create(proto.CallClosedSchema, { campaign }));
  }
}

const themeEvents = {
  ThemeProposed: proto.ThemeProposedSchema,
  ThemeRevised: proto.ThemeRevisedSchema,
  ThemeDeadlineSet: proto.ThemeRevisedSchema,
  ThemeAgreed: proto.ThemeAgreedSchema,
  ThemeOpened: proto.ThemeOpenedSchema,
  ThemeClosed: proto.ThemeClosedSchema,
  WorkPlanSet: proto.WorkPlanSetSchema,
  LeadAcademyProposed: null,
  LeadAcademyNamed: proto.LeadAcademyNamedSchema,
  ThemeLaunched: proto.ThemeLaunchedSchema,
  ThemeRenewalDecided: proto.ThemeAdvancedSchema,
  ThemeAdvanced: proto.ThemeAdvancedSchema,
} satisfies Record<ThemeFact["type"], unknown>;

/** What is only proposed to the office is nobody else's business. */
export function tellTheme(fact: ThemeFact, state: Theme): Told | null {
  const schema = themeEvents[fact.type] as typeof proto.ThemeProposedSchema | null;
  if (!schema) return null;
  return tell(schema, create(schema, { theme: themeMessage(state) }));
}

/** A draft is nobody else's business, nor is a decision that is not yet published. */
export function tellApplication(fact: ApplicationFact, state: Application): Told | null {
  const application = applicationMessage(state);
  const plain = (schema: typeof proto.ApplicationSubmittedSchema) => tell(schema, create(schema, { application }));
  switch (fact.type) {
    case "ApplicationDrafted":
    case "ApplicationRevised":
    case "ApplicationSigned":
    case "DecisionPrepared":
    case "DecisionDropped":
    case "LetterEdited":
      return null;
    case "ApplicationSubmitted":
      return plain(proto.ApplicationSubmittedSchema);
    case "ApplicationAdmitted":
      return plain(proto.ApplicationAdmittedSchema as unknown as typeof proto.ApplicationSubmittedSchema);
    case "ApplicationHandedOver":
      return plain(proto.ApplicationHandedOverSchema as unknown as typeof proto.ApplicationSubmittedSchema);
    case "ApplicationWithdrawn":
      return plain(proto.ApplicationWithdrawnSchema as unknown as typeof proto.ApplicationSubmittedSchema);
    case "ApplicationReturned": {
      const { reason, dueAt } = fact.correction;
      const message = { application, reason, dueAt: timestampFromDate(dueAt) };
      return tell(proto.ApplicationReturnedSchema, create(proto.ApplicationReturnedSchema, message));
    }
    case "ApplicationInadmissible": {
      const message = { application, reason: fact.refused.reason };
      return tell(proto.ApplicationInadmissibleSchema, create(proto.ApplicationInadmissibleSchema, message));
    }
    case "ApplicationDecided": {
      const { reason, byId } = fact.decision;
      const message = { application, reason, decidedById: byId ?? "" };
      return tell(proto.ApplicationDecidedSchema, create(proto.ApplicationDecidedSchema, message));
    }
    case "DecisionReversed": {
      const message = { application, reason: fact.reason, reversedById: fact.byId ?? "" };
      return tell(proto.ApplicationDecisionReversedSchema, create(proto.ApplicationDecisionReversedSchema, message));
    }
  }
}

export function tellProject(fact: ProjectFact, state: Project): Told {
  const project = projectMessage(state);
  switch (fact.type) {
    case "ProjectOpened":
      return tell(
        proto.ProjectOpenedSchema,
        create(proto.ProjectOpenedSchema, { project, application: applicationMessage(fact.application) }),
      );
    case "ProjectEngaged":
      return tell(proto.ProjectEngagedSchema, create(proto.ProjectEngagedSchema, { project }));
    case "ProjectAbandoned":
      return tell(proto.ProjectAbandonedSchema, create(proto.ProjectAbandonedSchema, { project, reason: fact.reason }));
    case "ScenarioMissed":
    case "ScenarioCame":
      return tell(proto.ProjectConformityChangedSchema, create(proto.ProjectConformityChangedSchema, { project }));
    case "GroupFellShort":
    case "ProjectShortened":
    case "ProjectStarted":
      return tell(proto.ProjectAdvancedSchema, create(proto.ProjectAdvancedSchema, { project }));
  }
}

export const tellDiscipline = (discipline: { code: string; label: string; transversal: boolean }): Told =>
  tell(proto.DisciplineRecordedSchema, create(proto.DisciplineRecordedSchema, { discipline }));

const campaignMessage = ({ callOpensAt, callClosesAt, ...campaign }: Campaign) =>
  create(proto.CampaignSchema, {
    id: campaign.id,
    label: campaign.label,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    callOpened: campaign.callOpened,
    target: campaign.target,
    callOpensAt: timestampFromDate(callOpensAt),
    callClosesAt: timestampFromDate(callClosesAt),
    phase: campaign.phase ?? "",
    phases: campaign.phases.map(({ kind, startsAt, endsAt }) => ({
      kind,
      startsAt: timestampFromDate(startsAt),
      endsAt: timestampFromDate(endsAt),
    })),
  });

const themeMessage = (theme: Theme) =>
  create(proto.ThemeSchema, {
    id: theme.id,
    campaignId: theme.campaignId,
    title: theme.title,
    questions: theme.questions,
    axes: theme.axes,
    kind: theme.kind,
    disciplineCodes: theme.disciplineCodes,
    durationYears: theme.durationYears,
    state: theme.state,
    agreedById: theme.agreement?.byId ?? "",
    leadAcademyCode: theme.leadAcademy?.code ?? "",
    milestones: theme.milestones,
    startsOn: theme.startsOn,
    endsOn: theme.endsOn,
    launchedAt: theme.launchedAt ? timestampFromDate(theme.launchedAt) : undefined,
    deadlineAt: theme.deadlineAt ? timestampFromDate(theme.deadlineAt) : undefined,
    continuesThemeId: theme.continuesThemeId ?? "",
    keepsGroup: theme.keepsGroup,
  });

const applicationMessage = (application: Application) =>
  create(proto.ApplicationSchema, {
    id: application.id,
    campaignId: application.campaignId,
    themeId: application.themeId,
    academyCode: application.academyCode,
    title: application.title,
    state: application.state,
    referentId: application.referentId ?? "",
    pilotId: application.pilotId ?? "",
    cardieId: application.cardieId ?? "",
    durationYears: application.durationYears,
    meetingCommitment: application.meetingCommitment,
    projectId: application.projectId ?? "",
    members: application.members.map((member) => ({
      ...member,
      disciplineCode: member.disciplineCode ?? "",
      departement: member.departement ?? "",
    })),
  });

const projectMessage = (project: Project) =>
  create(proto.ProjectSchema, {
    id: project.id,
    applicationId: project.applicationId,
    campaignId: project.campaignId,
    themeId: project.themeId,
    academyCode: project.academyCode,
    title: project.title,
    state: project.state,
    disciplineCodes: project.disciplineCodes,
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    scenarioMissing: project.scenarioMissingAt !== null,
  });
