// Aliases: an interface would not be taken for JSON.

/** One thing that a mail tells, and the page of the portal where it is done or read. */
export type MailItem = {
  title: string;
  text: string;
  path: string;
  /** ISO instant. */
  dueAt: string | null;
  /** What the link says, when it does not lead into the portal. */
  action?: string;
};

/** What a mail says, without its dress. */
export type MailContent = {
  subject: string;
  items: MailItem[];
  /** How many more than the items shown. */
  more: number;
  /** Why the person receives it. */
  reason: string;
  /** Of the deadlines. */
  timeZone: string;
};

/** What became of an attempt. */
export type Outcome =
  | { type: "sent"; answer: string }
  /** Not taken now: it may be later. */
  | { type: "later"; answer: string }
  /** Never: the address, or the message, is refused for good. */
  | { type: "refused"; answer: string }
  /** The connection broke after the message had left: perhaps it was taken, so it is not sent again by itself. */
  | { type: "uncertain"; answer: string };

export interface Failure {
  message: string;
  /** What the server answered, when it did. */
  responseCode?: number;
  /** EAUTH and the like. */
  code?: string;
}

/** `left`: the server had asked for the message, and at least a part of it was on its way. */
export function outcomeOf({ message, responseCode, code }: Failure, left: boolean): Outcome {
  const answer = message.slice(0, 500);
  if (responseCode !== undefined && responseCode >= 400) {
    // Our own account being refused says nothing about the recipient.
    const forGood = responseCode >= 500 && code !== "EAUTH";
    return { type: forGood ? "refused" : "later", answer };
  }
  return { type: left ? "uncertain" : "later", answer };
}

export const MOST_ATTEMPTS = 12;
const MINUTE = 60_000;
const LONGEST_PAUSE = 240;

/** One minute, doubled each time, up to four hours: some thirty hours in all. */
export const pauseAfter = (attempts: number): number =>
  MINUTE * Math.min(LONGEST_PAUSE, 2 ** Math.min(attempts - 1, 10));
