import type { Actor } from "@trame/kit/actor";
import { acting, type Demo, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db, Tx } from "../src/database.ts";
import type { Preference } from "../src/domain/poll.ts";
import { answerPoll, openPoll } from "../src/store/polls.ts";
import { daysFrom, read } from "./walk.ts";

/** A meeting in June whose date is still open: three are proposed, and some of the team have answered. */
export async function askForDate(demo: Demo<Tx, Db>, meetingId: string, lead: Actor): Promise<void> {
  const id = stableId("demo-poll", meetingId);
  const meeting = await read(demo, meetingId);
  if (!meeting || (await demo.db.datePoll.findUnique({ where: { id } }))) return;
  const openedAt = new Date("2020-05-12T18:00:00+02:00");
  const startsAt = [0, 1, 7].map((days) => daysFrom(meeting.startsAt, days));
  const deadlineAt = new Date("2020-05-27T18:00:00+02:00");
  await demo.commit(lead, openedAt, (tx, command) => openPoll(tx, command, { id, meetingId, startsAt, deadlineAt }));
  const { invitedIds } = await demo.db.datePoll.findUniqueOrThrow({ where: { id } });
  for (const personId of invitedIds) {
    const dice = roll(10, "votes", id, personId);
    if (dice < 4) continue;
    const answers = startsAt.map((_, rank) => ({
      optionId: `${rank + 1}`,
      preference: preferenceOf(id, personId, rank),
    }));
    await demo.commit(acting(personId), daysFrom(openedAt, 1 + (dice % 4)), (tx, command) =>
      answerPoll(tx, command, id, answers),
    );
  }
}

function preferenceOf(id: string, personId: string, rank: number): Preference {
  const dice = roll(10, "date", id, personId, rank);
  return dice < 5 ? "YES" : dice < 7 ? "IF_NEEDED" : "NO";
}
