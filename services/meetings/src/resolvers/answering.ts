import type { Command } from "@trame/kit/aggregate";
import { answer, type CommandInput } from "@trame/kit/answer";
import type { Context } from "../context.ts";
import type { Tx } from "../database.ts";
import type { AgendaItemInput } from "../gen/schema.ts";
import { addressById } from "../store/calendars.ts";

/** A command on a meeting, answered with the meeting as it is afterwards. */
export const onMeeting = (
  ctx: Context,
  operation: string,
  input: CommandInput,
  work: (tx: Tx, command: Command) => Promise<string>,
) => answer(ctx, { operation, input, as: "meeting", load: (id) => ctx.load.meeting.clear(id).load(id) }, work);

/** A command on an action, answered with the action as it is afterwards. */
export const onAction = (
  ctx: Context,
  operation: string,
  input: CommandInput,
  work: (tx: Tx, command: Command) => Promise<string>,
) => answer(ctx, { operation, input, as: "action", load: (id) => ctx.load.action.clear(id).load(id) }, work);

/** A command on a calendar's address, answered with the address as it is afterwards: null once it is withdrawn. */
export const onCalendarAddress = (
  ctx: Context,
  operation: string,
  input: CommandInput,
  work: (tx: Tx, command: Command) => Promise<string>,
) => answer(ctx, { operation, input, as: "calendarAddress", load: (id) => addressById(ctx.db, id) }, work);

export const toAgenda = (items: readonly AgendaItemInput[] | null | undefined) =>
  (items ?? []).map(({ title, minutes, speaker }) => ({ title, minutes: minutes ?? null, speaker: speaker ?? null }));
