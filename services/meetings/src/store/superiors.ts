import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { keepCopy } from "@trame/kit/projection";
import type { NoticeDelivery as Message } from "@trame/proto-schemas/communications/v1/events_pb";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { type Addressed, demandInformable, superiorsOf } from "../domain/superiors.ts";
import type { SuperiorsNotice as Row } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { seatsOf } from "./projections.ts";
import { meetingPlace } from "./schedule.ts";

export interface SuperiorsNotice extends Omit<Row, "addressed"> {
  addressed: Addressed[];
}

export const toSuperiorsNotice = (row: Row): SuperiorsNotice => ({
  ...row,
  addressed: row.addressed as unknown as Addressed[],
});

/** By whoever convenes: communications writes to each, and tells back what became of it. */
export async function informSuperiors(
  tx: Tx,
  command: Command,
  meetingId: string,
  { id = newId(), text }: { id?: string; text: string },
): Promise<string> {
  const { meeting, scope } = await meetingPlace(tx, meetingId);
  policy.demand(command.by, "leadNational", scope);
  const addressed = await addressedFor(tx, meeting.themeId);
  demandInformable(meeting, text, addressed);
  const { by, at } = command;
  const row = { id, meetingId, text, sentAt: at, byId: by.personId ?? null };
  await tx.superiorsNotice.create({ data: { ...row, addressed: addressed.map((one) => ({ ...one })) } });
  const words = {
    id,
    kind: "SUPERIORS_INFORMED",
    personIds: addressed.flatMap(({ personId }) => personId ?? []),
    audiences: addressed.flatMap(({ role, academyCode, personId }) => (personId ? [] : [{ role, academyCode }])),
    title: `Réunion nationale TraAM : ${meeting.title}`,
    text,
    path: `/espace/reunions/${meetingId}`,
    about: meetingId,
  };
  await appendEvents(tx, [notice(topics.meetings, at, words)]);
  await audit(tx, { at, actor: by, action: "SuperiorsInformed", subject: `Meeting:${meetingId}` });
  return meetingId;
}

async function addressedFor(tx: Tx, themeId: string): Promise<Addressed[]> {
  const projects = await tx.project.findMany({ where: { themeId }, orderBy: { academyCode: "asc" } });
  const groups = await tx.academicGroup.findMany({ where: { projectId: { in: projects.map(({ id }) => id) } } });
  return superiorsOf(
    projects.map(({ id, academyCode, state }) => ({
      academyCode,
      state,
      seats: seatsOf(groups.find(({ projectId }) => projectId === id) ?? null),
    })),
  );
}

/** Only of our own notices; what is told late changes nothing. */
export async function keepDelivery(tx: Tx, { noticeId, personId, state }: Message, version: number): Promise<void> {
  if ((await tx.superiorsNotice.count({ where: { id: noticeId } })) === 0) return;
  await keepCopy(tx.noticeDelivery, { noticeId, personId }, { state }, version);
}
