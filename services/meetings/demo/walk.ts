import type { Actor } from "@trame/kit/actor";
import { PARIS } from "@trame/kit/day";
import { acting, type Demo, roll } from "@trame/kit/demo";
import type { Db, Tx } from "../src/database.ts";
import { type AttendanceAnswer, type AttendanceStatus, isAhead, type Meeting, wasHeld } from "../src/domain/meeting.ts";
import { zoneOf } from "../src/store/academies.ts";
import { toMeeting } from "../src/store/meetings.ts";
import { conveneMeeting } from "../src/store/schedule.ts";
import { answerConvocation, approveMinutes, holdMeeting, writeMinutes } from "../src/store/sittings.ts";
import { decideActions } from "./actions.ts";
import { checkInAt, correctOne } from "./presences.ts";

type Demonstration = Demo<Tx, Db>;

export interface Story {
  /** By a code that is shown in the room. */
  checksIn?: boolean;
  /** Convenes, holds and writes. */
  lead: Actor;
  /** Approves; null leaves the minutes waiting. */
  approver: Actor | null;
  minutes: { text: string; modalities: string | null; decisions: string[] } | null;
}

const DAY_MS = 86_400_000;

export const daysFrom = (instant: Date, days: number, hours = 0) =>
  new Date(instant.getTime() + days * DAY_MS + hours * 3_600_000);

export const read = async ({ db }: Demonstration, id: string): Promise<Meeting | null> => {
  const row = await db.meeting.findUnique({ where: { id } });
  return row && toMeeting(row);
};

export const zone = async ({ db }: Demonstration, academyCode: string | null) =>
  academyCode ? zoneOf(await db.academy.findMany({ where: { code: academyCode } }), academyCode) : PARIS;

/** Convened three weeks ahead, answered, held, written up, approved; what is done already is not done again. */
export async function live(demo: Demonstration, id: string, story: Story): Promise<void> {
  const planned = await read(demo, id);
  if (!planned || planned.state === "CANCELLED") return;
  await invite(demo, planned, story.lead, { at: daysFrom(planned.startsAt, -21), silent: 12 });
  const convened = await read(demo, id);
  if (convened?.state === "CONVENED") {
    if (story.checksIn) await checkInAt(demo, convened, story.lead);
    const { attendance } = (await read(demo, id)) ?? convened;
    const presences = attendance.map(({ personId, answer, status }) => ({
      personId,
      status: status ?? presence(convened, personId, answer),
    }));
    await demo.commit(story.lead, daysFrom(convened.endsAt, 0, 1), (tx, command) =>
      holdMeeting(tx, command, id, presences),
    );
    const held = await read(demo, id);
    if (story.checksIn && held) await correctOne(demo, held, story.lead);
  }
  const held = await read(demo, id);
  if (held && wasHeld(held) && !held.minutes?.approved) await decideActions(demo, held, story);
  await writeUp(demo, id, story);
}

/** Convenes, then lets most persons answer in the days that follow. */
export async function invite(
  demo: Demonstration,
  meeting: Meeting,
  lead: Actor,
  { at, silent }: { at: Date; silent: number },
): Promise<void> {
  if (!isAhead(meeting)) return;
  const { id } = meeting;
  if (meeting.state === "PLANNED") await demo.commit(lead, at, (tx, command) => conveneMeeting(tx, command, id));
  const convened = await read(demo, id);
  for (const { personId, answer } of convened?.attendance ?? []) {
    const dice = roll(100, "answer", id, personId);
    if (answer !== "PENDING" || dice < silent) continue;
    const reply: AttendanceAnswer = dice > 91 ? "EXCUSED" : "WILL_ATTEND";
    await demo.commit(acting(personId), daysFrom(at, 1 + (dice % 5), dice % 7), (tx, command) =>
      answerConvocation(tx, command, id, { answer: reply, replacedById: null }),
    );
  }
}

/** Most who announced themselves came, and some of those who never answered. */
function presence({ id }: Meeting, personId: string, answer: AttendanceAnswer): AttendanceStatus {
  if (answer === "EXCUSED") return "EXCUSED";
  const dice = roll(100, "presence", id, personId);
  if (answer === "PENDING") return dice < 55 ? "PRESENT" : "ABSENT";
  return dice < 94 ? "PRESENT" : "EXCUSED";
}

async function writeUp(demo: Demonstration, id: string, { lead, approver, minutes }: Story): Promise<void> {
  const held = await read(demo, id);
  if (!held || !wasHeld(held) || !minutes) return;
  if (!held.minutes) {
    await demo.commit(lead, daysFrom(held.endsAt, 3, 2), (tx, command) => writeMinutes(tx, command, id, minutes));
  }
  if (approver && held.state === "HELD") {
    await demo.commit(approver, daysFrom(held.endsAt, 8, 3), (tx, command) => approveMinutes(tx, command, id));
  }
}
