import { clockTime, deadline, longDate } from "./dates.ts";

const formats = { date: longDate, instant: clockTime, deadline };

export const Time = ({ at, as = "date" }: { at: string; as?: keyof typeof formats }) => (
  <time dateTime={at}>{formats[as](at)}</time>
);

/** In its own zone, which it names. */
export const Deadline = ({ at, timeZone }: { at: string; timeZone?: string }) => (
  <time dateTime={at}>{deadline(at, timeZone)}</time>
);
