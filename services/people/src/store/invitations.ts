import type { Command } from "@trame/kit/aggregate";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { type Answer, answerInvitation as decide, lapse } from "../domain/invitation.ts";
import { academyOf } from "./academies.ts";
import { mandates } from "./mandates.ts";
import { tellAnswered } from "./notices.ts";
import { record, todayAt } from "./places.ts";

/** The invited person accepts or declines; accepted, the mandate begins by its dates. */
export async function answerInvitation(tx: Tx, command: Command, id: string, answer: Answer): Promise<string> {
  const row = await tx.mandate.findUnique({ where: { id }, select: { academyCode: true } });
  if (!row) refuse(notFound("Cette invitation", "mandateId"));
  const academy = await academyOf(tx, row.academyCode);
  const { by, at } = command;
  const answered = await mandates.change(tx, command, id, (mandate) =>
    decide(mandate, answer, { by: by.personId, at, today: todayAt(academy, at) }),
  );
  await tellAnswered(tx, answered, at);
  await record(tx, command, answered, academy);
  return id;
}

/** The last day to answer is over. */
export async function lapseInvitation(tx: Tx, command: Command, id: string): Promise<void> {
  const row = await tx.mandate.findUnique({ where: { id }, select: { academyCode: true, state: true } });
  if (row?.state !== "INVITED") return;
  const academy = await academyOf(tx, row.academyCode);
  const lapsed = await mandates.change(tx, command, id, (mandate) =>
    lapse(mandate, todayAt(academy, command.at), command.at),
  );
  if (lapsed.state === "DECLINED") await tellAnswered(tx, lapsed, command.at);
}
