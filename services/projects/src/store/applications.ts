import { aggregate } from "@trame/kit/aggregate";
import { fold } from "@trame/kit/fold";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  type Application,
  type ApplicationFact,
  type ApplicationState,
  type Correction,
  evolveApplication,
  type Refused,
  type Signature,
  type TeamMember,
} from "../domain/application.ts";
import type { Decision, PendingDecision } from "../domain/decision.ts";
import { tellApplication } from "../events.ts";
import type { Application as ApplicationRow } from "../gen/prisma/client.ts";
import { fromJson, toJson } from "./json.ts";

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

/** What stands beside the state in the row: for sorting, searching and the board. */
type Beside = "titleKey" | "searchText" | "standing" | "degrees" | "rank" | `review${string}`;

export function toApplication(row: ApplicationRow): Application {
  const { submittedAt, submittedById, members, signatures, correction, inadmissible, pending, decision, ...rest } = row;
  return {
    ...withoutBeside(rest),
    state: row.state as ApplicationState,
    members: members as unknown as TeamMember[],
    submitted: submittedAt ? { at: submittedAt, byId: submittedById } : null,
    signatures: (signatures as object[]).flatMap((signature) => fromJson<Signature>(signature, "at") ?? []),
    correction: fromJson<Correction>(correction, "at", "dueAt"),
    inadmissible: fromJson<Refused>(inadmissible, "at"),
    pending: fromJson<PendingDecision>(pending, "at"),
    decision: fromJson<Decision>(decision, "at", "publishedAt"),
  };
}

const BESIDE = [
  "titleKey",
  "searchText",
  "standing",
  "degrees",
  "rank",
  "reviewCount",
  "reviewMean",
  "reviewMedian",
  "reviewSpread",
];

const withoutBeside = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !BESIDE.includes(name))) as Omit<Row, Beside>;

function toRow({ submitted, ...application }: Application) {
  const { title, problem, objectives, members, pending } = application;
  return {
    ...application,
    titleKey: fold(title),
    searchText: fold([title, problem, objectives].join(" ")),
    standing: pending?.outcome ?? application.state,
    degrees: [...new Set(members.map(({ degree }) => degree))],
    members: members.map((member) => ({ ...member })),
    submittedAt: submitted?.at ?? null,
    submittedById: submitted?.byId ?? null,
    signatures: application.signatures.map(({ at, ...signature }) => ({ ...signature, at: at.toISOString() })),
    correction: toJson(application.correction),
    inadmissible: toJson(application.inadmissible),
    pending: toJson(pending),
    decision: toJson(application.decision),
  };
}
