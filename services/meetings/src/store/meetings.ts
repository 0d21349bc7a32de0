import { aggregate } from "@trame/kit/aggregate";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  type AgendaItem,
  type Attendee,
  type CheckIn,
  evolveMeeting,
  type Meeting,
  type MeetingFact,
  type MeetingLevel,
  type MeetingMode,
  type MeetingState,
  type Minutes,
  type MinutesSynthesis,
  type PresenceChange,
} from "../domain/meeting.ts";
import { tellMeeting } from "../events.ts";
import { type Meeting as MeetingRow, Prisma } from "../gen/prisma/client.ts";

/** The only writer of meetings. */
export const meetings = aggregate<Tx, Meeting, MeetingFact>({
  name: "Meeting",
  label: "Cette réunion",
  topic: topics.meetings,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from meeting where id = ${id} for update`;
    const row = await tx.meeting.findUnique({ where: { id } });
    return row && toMeeting(row);
  },
  insert: async (tx, meeting) => void (await tx.meeting.create({ data: toRow(meeting) })),
  update: async (tx, meeting) => void (await tx.meeting.update({ where: { id: meeting.id }, data: toRow(meeting) })),
  evolve: evolveMeeting,
  tell: tellMeeting,
});

export function toMeeting(row: MeetingRow): Meeting {
  const { attendeeIds: _ids, convenedAt, convenedById, level, mode, state, ...rest } = row;
  return {
    ...rest,
    level: level as MeetingLevel,
    mode: mode as MeetingMode,
    state: state as MeetingState,
    convened: convenedAt ? { at: convenedAt, byId: convenedById } : null,
    agenda: rest.agenda as unknown as AgendaItem[],
    attendance: (rest.attendance as unknown as Attendee[]).map(({ answeredAt, checkedInAt, ...attendee }) => ({
      ...attendee,
      answeredAt: dateOf(answeredAt),
      checkedInAt: dateOf(checkedInAt),
    })),
    checkIn: revive<CheckIn>(rest.checkIn, (found) => ({ ...found, openedAt: new Date(found.openedAt) })),
    presenceChanges: (rest.presenceChanges as unknown as PresenceChange[]).map((change) => ({
      ...change,
      at: new Date(change.at),
    })),
    minutes: revive<Minutes>(rest.minutes, (minutes) => ({
      ...minutes,
      writers: (minutes.writers ?? []).map(({ byId, at }) => ({ byId, at: new Date(at) })),
      approved: minutes.approved && { ...minutes.approved, at: new Date(minutes.approved.at) },
    })),
    synthesis: revive<MinutesSynthesis>(rest.synthesis, (synthesis) => ({
      ...synthesis,
      onlineAt: new Date(synthesis.onlineAt),
    })),
  };
}

const revive = <T>(json: Prisma.JsonValue, dates: (found: T) => T): T | null =>
  json === null ? null : dates(json as unknown as T);

const dateOf = (json: Date | string | null | undefined) => (json ? new Date(json) : null);

const toJson = (value: unknown) =>
  value === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue);

function toRow({ convened, attendance, agenda, checkIn, presenceChanges, minutes, synthesis, ...meeting }: Meeting) {
  return {
    ...meeting,
    convenedAt: convened?.at ?? null,
    convenedById: convened?.byId ?? null,
    attendance: JSON.parse(JSON.stringify(attendance)) as Prisma.InputJsonValue,
    checkIn: toJson(checkIn),
    presenceChanges: JSON.parse(JSON.stringify(presenceChanges)) as Prisma.InputJsonValue,
    attendeeIds: attendance.map(({ personId }) => personId),
    agenda: agenda.map((item) => ({ ...item })),
    minutes: toJson(minutes),
    synthesis: toJson(synthesis),
  };
}
