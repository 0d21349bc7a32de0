import { addDays } from "@trame/kit/day";
import { acting, type Demo, pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db, Tx } from "../src/database.ts";
import { isPresent, type Meeting } from "../src/domain/meeting.ts";
import { dayOf } from "../src/domain/quotas.ts";
import { completeAction, recordAction } from "../src/store/actions.ts";
import { daysFrom, type Story } from "./walk.ts";

/** The first decisions have somebody who carries them out; most do it in time, some are carried to the next meeting. */
export async function decideActions(demo: Demo<Tx, Db>, meeting: Meeting, { lead, minutes }: Story): Promise<void> {
  const present = meeting.attendance.filter(isPresent).map(({ personId }) => personId);
  if (present.length === 0) return;
  for (const [rank, text] of (minutes?.decisions ?? []).slice(0, 2).entries()) {
    const id = stableId("demo-action", meeting.id, String(rank));
    if (await demo.db.action.findUnique({ where: { id } })) continue;
    const ownerId = pick(present, "owner", id);
    const dueOn = addDays(dayOf(meeting), 21 + roll(40, "due", id));
    await demo.commit(lead, daysFrom(meeting.endsAt, 0, 2), (tx, command) =>
      recordAction(tx, command, { id, meetingId: meeting.id, text, ownerId, dueOn }),
    );
    if (roll(10, "done", id) < 3) continue;
    const doneAt = daysFrom(meeting.endsAt, 5 + roll(30, "when", id));
    if (doneAt.toISOString() > "2020-05-15") continue;
    await demo.commit(acting(ownerId), doneAt, (tx, command) => completeAction(tx, command, id));
  }
}
