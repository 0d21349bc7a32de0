import { timestampDate } from "@bufbuild/protobuf/wkt";
import { systemCommand } from "@trame/kit/answer";
import type { Reactions } from "@trame/kit/consumer";
import type { Synthesis } from "@trame/proto-schemas/communications/v1/events_pb";
import type { Mandate } from "@trame/proto-schemas/people/v1/events_pb";
import type { Scenario } from "@trame/proto-schemas/scenarios/v1/events_pb";
import {
  communicationsEvents,
  peopleEvents,
  peopleStateEvents,
  projectsEvents,
  scenariosEvents,
  topics,
} from "@trame/proto-schemas/topics";
import type { Tx } from "./database.ts";
import { engage, fallShort } from "./domain/project.ts";
import { closeWithSynthesis } from "./domain/theme-years.ts";
import { erasePerson } from "./store/erasure.ts";
import { planInstalments } from "./store/pay.ts";
import {
  forgetPerson,
  keepAcademy,
  keepMandate,
  keepNationalGroup,
  keepPerson,
  keepReview,
  keepScenario,
} from "./store/projections.ts";
import { projects } from "./store/projects.ts";
import { settleConflicts } from "./store/reviews.ts";
import { themes } from "./store/themes.ts";
import { intermediateSigned, scenarioPublished } from "./store/years.ts";

export const follows = [topics.people, topics.peopleState, topics.scenarios, topics.communications];

export const events = { ...peopleEvents, ...peopleStateEvents, ...scenariosEvents, ...communicationsEvents };

/** What projects does about each event of the others; `[]` is a decision. */
export const reactions: Reactions<typeof events, Tx> = {
  AcademyRecorded: (tx, { message, version }) => keep(message.academy, (academy) => keepAcademy(tx, academy, version)),
  MandateStarted: (tx, { message, version, at }) =>
    keep(message.mandate, (mandate) => mandateHeld(tx, mandate, version, at)),
  MandateChanged: (tx, { message, version, at }) =>
    keep(message.mandate, (mandate) => mandateHeld(tx, mandate, version, at)),
  MandateEnded: (tx, { message, version }) => keep(message.mandate, (mandate) => keepMandate(tx, mandate, version)),

  AcademicGroupOpened: [],
  AcademicGroupChanged: [],
  AcademicGroupCompleted: (tx, { message, at }) =>
    keep(message.group, (group) => groupCompleted(tx, group.projectId, at)),
  AcademicGroupIncomplete: (tx, { message, at }) =>
    keep(message.group, (group) => groupIncomplete(tx, group.projectId, at)),

  NationalGroupOpened: (tx, { message, version }) =>
    keep(message.group, (group) => keepNationalGroup(tx, group, version)),
  NationalGroupChanged: (tx, { message, version }) =>
    keep(message.group, (group) => keepNationalGroup(tx, group, version)),
  NationalGroupCompleted: (tx, { message, version }) =>
    keep(message.group, (group) => keepNationalGroup(tx, group, version)),
  NationalGroupIncomplete: (tx, { message, version }) =>
    keep(message.group, (group) => keepNationalGroup(tx, group, version)),
  DasenAgreementGiven: [],

  ScenarioDrafted: [],
  ScenarioProposed: [],
  ScenarioReviewed: [],
  ScenarioPublished: (tx, { message, version, at }) =>
    keep(message.scenario, (scenario) => scenarioTold(tx, scenario, version, at)),
  ScenarioUpdated: (tx, { message, version, at }) =>
    keep(message.scenario, (scenario) => scenarioTold(tx, scenario, version, at)),
  ScenarioWithdrawn: (tx, { message, version, at }) =>
    keep(message.scenario, (scenario) => scenarioTold(tx, scenario, version, at)),
  ScenarioIndexed: [],
  ImplementationRecorded: [],
  FeedbackGiven: [],
  SequenceShared: [],

  PriorWorkReviewRecorded: (tx, { message, at }) =>
    keepReview(tx, message.themeId, { priorWorkAt: message.recordedAt ? timestampDate(message.recordedAt) : at }),
  LiteratureReviewRecorded: (tx, { message, at }) =>
    keepReview(tx, message.themeId, { literatureAt: message.recordedAt ? timestampDate(message.recordedAt) : at }),
  MaterialPublished: [],
  TrainingModulePublished: [],
  EditionPublished: [],
  RelayRecorded: [],
  SynthesisSigned: (tx, { message, at }) => synthesisTold(tx, message.synthesis, at),
  SynthesisDistributed: (tx, { message, at }) => synthesisTold(tx, message.synthesis, at),
  NoticeDelivered: [],

  // communications tells the persons.
  NoticeIssued: [],
  NoticeSettled: [],

  PersonState: async (tx, { key, message, version, tombstone, at }) => {
    if (tombstone) return forgetPerson(tx, key, version);
    if (!message.erasureId) return keepPerson(tx, message, version);
    await forgetPerson(tx, key, version);
    await erasePerson(tx, message, at, { ...events, ...projectsEvents });
  },
  PersonDataErased: [],
};

/** The intermediate synthesis opens the second year (R92); the final one ends the work, its distribution the theme. */
async function synthesisTold(tx: Tx, synthesis: Synthesis | undefined, at: Date): Promise<void> {
  if (!synthesis) return;
  if (synthesis.kind === "INTERMEDIATE") return intermediateSigned(tx, synthesis.themeId, at);
  if (!(await tx.theme.findUnique({ where: { id: synthesis.themeId } }))) return;
  const isDistributed = synthesis.state === "DISTRIBUTED";
  await themes.change(tx, systemCommand("projects", at), synthesis.themeId, (theme) =>
    closeWithSynthesis(theme, isDistributed),
  );
}

async function keep<T>(state: T | undefined, work: (state: T) => Promise<void>): Promise<void> {
  if (state) await work(state);
}

/** A mandate in an academy is an interest in its applications . */
async function mandateHeld(tx: Tx, mandate: Mandate, version: number, at: Date): Promise<void> {
  await keepMandate(tx, mandate, version);
  if (mandate.academyCode) await settleConflicts(tx, systemCommand("projects", at), { reviewerId: mandate.personId });
}

/** Counted, and a team that was flagged for want of one is so no more (R10). */
async function scenarioTold(tx: Tx, scenario: Scenario, version: number, at: Date): Promise<void> {
  await keepScenario(tx, scenario, version);
  if (scenario.projectId) await scenarioPublished(tx, at, scenario.projectId);
}

const LAUNCHED = ["LAUNCHED", "YEAR_1", "YEAR_2"];

/** When the last blocking member arrives, the team is engaged. */
async function groupCompleted(tx: Tx, projectId: string, at: Date): Promise<void> {
  const row = await tx.project.findUnique({ where: { id: projectId } });
  const theme = row && (await tx.theme.findUnique({ where: { id: row.themeId } }));
  if (!theme) return;
  const launched = LAUNCHED.includes(theme.state);
  const command = systemCommand("projects", at);
  const project = await projects.change(tx, command, projectId, (project) => engage(project, launched, at));
  await planInstalments(tx, command, project);
}

async function groupIncomplete(tx: Tx, projectId: string, at: Date): Promise<void> {
  if (!(await tx.project.findUnique({ where: { id: projectId } }))) return;
  await projects.change(tx, systemCommand("projects", at), projectId, fallShort);
}
