import type { Actor } from "@trame/kit/actor";
import { acting, type Demo, roll } from "@trame/kit/demo";
import type { Db, Tx } from "../src/database.ts";
import type { Meeting } from "../src/domain/meeting.ts";
import { checkIn, correctPresence, openCheckIn } from "../src/store/check-in.ts";
import { daysFrom, read } from "./walk.ts";

type Demonstration = Demo<Tx, Db>;

/** The code is shown as the meeting begins; about half of those who announced themselves type it. */
export async function checkInAt(
  demo: Demonstration,
  { id, startsAt, attendance }: Meeting,
  lead: Actor,
): Promise<void> {
  await demo.commit(lead, startsAt, (tx, command) => openCheckIn(tx, command, id));
  const code = (await read(demo, id))?.checkIn?.code ?? "";
  for (const { personId, answer } of attendance) {
    const minutes = roll(20, "check-in", id, personId);
    if (answer !== "WILL_ATTEND" || minutes > 10) continue;
    await demo.commit(acting(personId), daysFrom(startsAt, 0, minutes / 60), (tx, command) =>
      checkIn(tx, command, id, { code, remotely: false, tries: 1 }),
    );
  }
}

/** Somebody who had been noted absent had come late: one meeting of three. */
export async function correctOne(demo: Demonstration, { id, endsAt, attendance }: Meeting, lead: Actor): Promise<void> {
  const absent = attendance.find(({ status }) => status === "ABSENT");
  if (!absent || roll(3, "correction", id) > 0) return;
  const correction = { personId: absent.personId, status: "PRESENT" as const, reason: "Arrivée après l'appel" };
  await demo.commit(lead, daysFrom(endsAt, 1), (tx, command) => correctPresence(tx, command, id, correction));
}
