/** What a delivery status notification says (RFC 3464). */
export interface Bounce {
  /** Id of our mail, from the Message-ID of what came back. */
  mailId: string;
  /** « 5.1.1 ». */
  status: string;
  answer: string;
}

const field = (text: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.+(?:\\r?\\n[ \\t].+)*)`, "im").exec(text)?.[1]?.replace(/\s+/g, " ").trim() ?? "";

/**
 * Reads the machine's part of a notification and the headers of what came back. Null when it tells of no final failure:
 * a delay, a vacation answer, or a message that is not ours.
 */
export function bounceOf(report: string, returned: string, host: string): Bounce | null {
  const action = field(report, "Action").toLowerCase();
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(field(report, "Status"))?.[1] ?? "";
  const [, mailId, at] = /<([^@>\s]+)@([^>\s]+)>/.exec(field(returned, "Message-ID")) ?? [];
  if (action !== "failed" || !status.startsWith("5.") || !mailId || at !== host) return null;
  const answer = field(report, "Diagnostic-Code").replace(/^smtp;\s*/i, "") || status;
  return { mailId, status, answer: answer.slice(0, 500) };
}
