import { timestampDate } from "@bufbuild/protobuf/wkt";
import type {
  ApplicationDecided,
  ApplicationDecisionReversed,
  ApplicationInadmissible,
  ApplicationReturned,
  ApplicationSubmitted,
  ProjectAbandoned,
  ProjectEngaged,
  ThemeLaunched,
} from "@trame/proto-schemas/projects/v1/events_pb";
import * as words from "../domain/notices/projects.ts";
import { announce, settle } from "../store/notices.ts";
import { type Heard, placeOf } from "./notices.ts";

export async function applicationSubmitted(...[tx, event, { now }]: Heard<ApplicationSubmitted>) {
  const { application } = event.message;
  if (!application) return;
  await settle(tx, { about: application.id, kind: "APPLICATION_RETURNED" }, event.at);
  await announce(
    tx,
    words.applicationSubmitted(application, await placeOf(tx, application), event.version, event.at),
    now,
  );
}

export async function applicationReturned(...[tx, { message, version, at }, { now }]: Heard<ApplicationReturned>) {
  const { application, dueAt } = message;
  if (!application) return;
  const when = { version, at, dueAt: dueAt ? timestampDate(dueAt) : null };
  await announce(tx, words.applicationReturned(application, await placeOf(tx, application), when), now);
}

/** R20: the decision, published. */
export async function applicationDecided(
  ...[tx, { message, version, at }, { now }]: Heard<ApplicationDecided | ApplicationInadmissible>
) {
  const { application } = message;
  if (!application) return;
  await announce(tx, words.applicationDecided(application, await placeOf(tx, application), version, at), now);
}

export async function decisionReversed(...[tx, { message, version, at }, { now }]: Heard<ApplicationDecisionReversed>) {
  const { application } = message;
  if (!application) return;
  await announce(tx, words.decisionReversed(application, await placeOf(tx, application), version, at), now);
}

export async function themeLaunched(...[tx, { message, at }, { now }]: Heard<ThemeLaunched>) {
  if (message.theme) await announce(tx, words.themeLaunched(message.theme, at), now);
}

export async function projectMoved(...[tx, { message, version, at }, { now }]: Heard<ProjectMoved>) {
  const notice = message.project && words.projectMoved(message.project, version, at);
  if (notice) await announce(tx, notice, now);
}

/** Whatever carries the project: what is told is its state. */
type ProjectMoved = ProjectEngaged | ProjectAbandoned;
