import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Told, tell } from "@trame/kit/aggregate";
import * as proto from "@trame/proto-schemas/projects/v1/events_pb";
import type { Application, ApplicationFact } from "./domain/application.ts";
import type { Campaign, CampaignFact } from "./domain/campaign.ts";
import type { Project, ProjectFact } from "./domain/project.ts";
import type { Theme, ThemeFact } from "./domain/theme.ts";

/** What each fact says to the others: a new fact does not compile until it is decided here. */
export function tellCampaign(fact: CampaignFact, state: Campaign): Told {
  const campaign = campaignMessage(state);
  switch (fact.type) {
    case "CampaignPrepared":
      return tell(proto.CampaignPreparedSchema, create(proto.CampaignPreparedSchema, { campaign }));
    case "CallOpened":
      return tell(proto.CallOpenedSchema, create(proto.CallOpenedSchema, { campaign }));
    case "CallClosed":
      return tell(proto.CallClosedSchema, create(proto.CallClosedSchema, { campaign }));
  }
}

const themeEvents = {
  ThemeProposed: proto.ThemeProposedSchema,
  ThemeAgreed: proto.ThemeAgreedSchema,
  ThemeOpened: proto.ThemeOpenedSchema,
  ThemeClosed: proto.ThemeClosedSchema,
  WorkPlanSet: proto.WorkPlanSetSchema,
  LeadAcademyNamed: proto.LeadAcademyNamedSchema,
  ThemeLaunched: proto.ThemeLaunchedSchema,
  ThemeAdvanced: proto.ThemeAdvancedSchema,
} satisfies Record<ThemeFact["type"], unknown>;

export function tellTheme(fact: ThemeFact, state: Theme): Told {
  const schema: typeof proto.ThemeProposedSchema = themeEvents[fact.type] as typeof proto.ThemeProposedSchema;
  return tell(schema, create(schema, { theme: themeMessage(state) }));
}

/** A draft is nobody else's business; a decision is. */
export function tellApplication(fact: ApplicationFact, state: Application): Told | null {
  const application = applicationMessage(state);
  switch (fact.type) {
    case "ApplicationDrafted":
    case "ApplicationRevised":
      return null;
    case "ApplicationSubmitted":
      return tell(proto.ApplicationSubmittedSchema, create(proto.ApplicationSubmittedSchema, { application }));
    case "ApplicationWithdrawn":
      return tell(proto.ApplicationWithdrawnSchema, create(proto.ApplicationWithdrawnSchema, { application }));
    case "ApplicationDecided": {
      const { reason, byId } = fact;
      const message = { application, reason, decidedById: byId ?? "" };
      return tell(proto.ApplicationDecidedSchema, create(proto.ApplicationDecidedSchema, message));
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
    case "GroupFellShort":
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
  });
