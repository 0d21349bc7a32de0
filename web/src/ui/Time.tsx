import { clockTime, deadline, longDate } from "./dates.ts";

const formats = { date: longDate, instant: clockTime, deadline };

export const Time = ({ at, as = "date" }: { at: string; as?: keyof typeof formats }) => (
  <time dateTime={at}>{formats[as](at)}</time>
);
