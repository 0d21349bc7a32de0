import { aggregate } from "@trame/kit/aggregate";
import { midnight, nextDay } from "@trame/kit/day";
import { schedule, unschedule } from "@trame/kit/scheduler";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { evolveMandate, type Mandate, type MandateFact, type MandateState } from "../domain/mandate.ts";
import type { Corps, Degree, Role, Track } from "../domain/role.ts";
import { tellMandate } from "../events.ts";
import type { Mandate as MandateRow } from "../gen/prisma/client.ts";

/** The kinds of the due rows that begin and end a mandate. */
export const MANDATE_STARTS = "mandate-starts";
export const MANDATE_ENDS = "mandate-ends";
/** And the one after which an invitation is not answered any more. */
export const INVITATION_LAPSES = "invitation-lapses";

/** The only writer of mandates. */
export const mandates = aggregate<Tx, Mandate, MandateFact>({
  name: "Mandate",
  label: "Ce mandat",
  topic: topics.people,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from mandate where id = ${id}::uuid for update`;
    const row = await tx.mandate.findUnique({ where: { id } });
    return row && toMandate(row);
  },
  insert: async (tx, mandate) => void (await tx.mandate.create({ data: mandate })),
  update: async (tx, mandate) => void (await tx.mandate.update({ where: { id: mandate.id }, data: mandate })),
  evolve: evolveMandate,
  tell: tellMandate,
});

/** Time begins and ends mandates: at midnight in the academy's zone. */
export async function scheduleMandate(tx: Tx, mandate: Mandate, timeZone: string | undefined): Promise<void> {
  const { id: key, state, startsOn, endsOn, answerBy } = mandate;
  if (state === "INVITED" && answerBy !== null) {
    await schedule(tx, { kind: INVITATION_LAPSES, key, dueAt: midnight(nextDay(answerBy), timeZone) });
    return;
  }
  await unschedule(tx, INVITATION_LAPSES, key);
  if (state === "PLANNED") {
    await schedule(tx, { kind: MANDATE_STARTS, key, dueAt: midnight(startsOn, timeZone) });
  } else if (state === "STARTED" && endsOn !== null) {
    await schedule(tx, { kind: MANDATE_ENDS, key, dueAt: midnight(nextDay(endsOn), timeZone) });
  } else {
    await unschedule(tx, MANDATE_STARTS, key);
    await unschedule(tx, MANDATE_ENDS, key);
  }
}

export function toMandate({ role, corps, degree, track, state, ...rest }: MandateRow): Mandate {
  return {
    ...rest,
    role: role as Role,
    corps: corps as Corps | null,
    degree: degree as Degree | null,
    track: track as Track | null,
    state: state as MandateState,
  };
}
