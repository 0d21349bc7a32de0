import { aggregate } from "@trame/kit/aggregate";
import { fold } from "@trame/kit/fold";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  type Application,
  type ApplicationFact,
  type ApplicationState,
  evolveApplication,
  type Outcome,
  type TeamMember,
} from "../domain/application.ts";
import { tellApplication } from "../events.ts";
import type { Application as ApplicationRow } from "../gen/prisma/client.ts";

/** The only writer of applications. */
export const applications = aggregate<Tx, Application, ApplicationFact>({
  name: "Application",
  label: "Cette candidature",
  topic: topics.projects,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from application where id = ${id}::uuid for update`;
    const row = await tx.application.findUnique({ where: { id } });
    return row && toApplication(row);
  },
  insert: async (tx, application) => void (await tx.application.create({ data: toRow(application) })),
  update: async (tx, application) =>
    void (await tx.application.update({ where: { id: application.id }, data: toRow(application) })),
  evolve: evolveApplication,
  tell: tellApplication,
});

export function toApplication(row: ApplicationRow): Application {
  const { titleKey: _key, searchText: _text, state, members, submittedAt, submittedById, decision, ...rest } = row;
  return {
    ...rest,
    state: state as ApplicationState,
    members: members as unknown as TeamMember[],
    submitted: submittedAt ? { at: submittedAt, byId: submittedById } : null,
    decision: decision ? toDecision(decision as unknown as DecisionRow) : null,
  };
}

interface DecisionRow {
  outcome: Outcome;
  reason: string;
  byId: string | null;
  at: string;
}

const toDecision = ({ at, ...decision }: DecisionRow) => ({ ...decision, at: new Date(at) });

function toRow({ submitted, decision, members, ...application }: Application) {
  return {
    ...application,
    titleKey: fold(application.title),
    searchText: fold([application.title, application.problem, application.objectives].join(" ")),
    members: members.map((member) => ({ ...member })),
    submittedAt: submitted?.at ?? null,
    submittedById: submitted?.byId ?? null,
    decision: decision ? { ...decision, at: decision.at.toISOString() } : undefined,
  };
}
