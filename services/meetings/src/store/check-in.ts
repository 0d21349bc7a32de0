import { randomInt } from "node:crypto";
import type { Command } from "@trame/kit/aggregate";
import type { Db, Tx } from "../database.ts";
import {
  CODE_LENGTH,
  CODE_LETTERS,
  checkIn as decideCheckIn,
  correctPresence as decideCorrection,
  openCheckIn as decideOpening,
  TRIES,
} from "../domain/check-in.ts";
import type { AttendanceStatus } from "../domain/meeting.ts";
import { policy } from "../policy.ts";
import { meetings } from "./meetings.ts";
import { meetingPlace } from "./schedule.ts";
import { leading } from "./sittings.ts";

const newCode = () => Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");

export async function openCheckIn(tx: Tx, command: Command, id: string): Promise<string> {
  const { scope } = await meetingPlace(tx, id);
  await meetings.change(tx, command, id, (meeting) => {
    policy.demand(command.by, leading(meeting), scope);
    return decideOpening(meeting, { code: newCode(), byId: command.by.personId ?? null, at: command.at });
  });
  return id;
}

/**
 * Counts a try before it is judged, in a transaction of its own: a refused command writes nothing, and guessing would
 * be free. Answers how many there were since the first of the quarter of an hour.
 */
export async function countTry(db: Db, meetingId: string, personId: string, at: Date): Promise<number> {
  const since = new Date(at.getTime() - TRIES.withinMs);
  const rows = await db.$queryRaw<{ count: number }[]>`
    insert into check_in_try ("meetingId", "personId", since, count) values (${meetingId}, ${personId}, ${at}, 1)
    on conflict ("meetingId", "personId") do update
      set count = case when check_in_try.since <= ${since} then 1 else check_in_try.count + 1 end,
          since = case when check_in_try.since <= ${since} then excluded.since else check_in_try.since end
    returning count`;
  return rows[0]?.count ?? 1;
}

export async function checkIn(
  tx: Tx,
  command: Command,
  id: string,
  typed: { code: string; remotely: boolean; tries: number },
): Promise<string> {
  const personId = command.by.personId ?? "";
  await meetings.change(tx, command, id, (meeting) => decideCheckIn(meeting, personId, { ...typed, at: command.at }));
  await tx.checkInTry.deleteMany({ where: { meetingId: id, personId } });
  return id;
}

export async function correctPresence(
  tx: Tx,
  command: Command,
  id: string,
  correction: { personId: string; status: AttendanceStatus; reason: string },
): Promise<string> {
  const { scope } = await meetingPlace(tx, id);
  await meetings.change(tx, { ...command, reason: correction.reason }, id, (meeting) => {
    policy.demand(command.by, leading(meeting), scope);
    return decideCorrection(meeting, correction, { byId: command.by.personId ?? null, at: command.at });
  });
  return id;
}
