import type { Command } from "@trame/kit/aggregate";
import type { Tx } from "../database.ts";
import type { Mandate, MandateFact } from "../domain/mandate.ts";
import { academyOf } from "./academies.ts";
import { mandates, scheduleMandate, toMandate } from "./mandates.ts";
import { recompose, todayAt } from "./places.ts";

const REASON = "Effacement de la personne";

/** Whoever leaves for good holds nothing any more, from this instant on. */
export async function endAllMandates(tx: Tx, command: Command, personId: string): Promise<void> {
  const rows = await tx.mandate.findMany({
    where: { personId, state: { in: ["INVITED", "PLANNED", "STARTED"] } },
    orderBy: { id: "asc" },
  });
  for (const row of rows.map(toMandate)) {
    const academy = await academyOf(tx, row.academyCode);
    const today = todayAt(academy, command.at);
    const ended = await mandates.change(tx, command, row.id, (mandate) => leave(mandate, today, command.at));
    await scheduleMandate(tx, ended, academy?.timeZone);
    await recompose(tx, command, ended);
  }
}

function leave({ state, startsOn, endsOn }: Mandate, today: string, at: Date): MandateFact[] {
  if (state === "INVITED") return [{ type: "MandateDeclined", at, reason: REASON }];
  const last = startsOn > today ? startsOn : today;
  const change = endsOn === null || endsOn > last ? { endsOn: last, endReason: REASON } : { endReason: REASON };
  return [
    { type: "MandateChanged", change },
    { type: "MandateEnded", reason: REASON },
  ];
}
