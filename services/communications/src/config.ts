import { common, readConfig } from "@trame/kit/config";
import { z } from "zod";

/** What this service reads besides what every subgraph does. */
export function config() {
  const { TRAME_ORIGIN, SMTP_URL, MAIL_FROM, MAIL_REPLY_TO } = readConfig({
    TRAME_ORIGIN: common.TRAME_ORIGIN,
    /** smtp://[user:password@]host[:port] or smtps://…; without it no mail leaves. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().optional(),
    MAIL_REPLY_TO: z.string().optional(),
  });
  const from = MAIL_FROM ?? `Trame <ne-pas-repondre@${new URL(TRAME_ORIGIN).hostname}>`;
  const mail = SMTP_URL ? { smtpUrl: SMTP_URL, from, replyTo: MAIL_REPLY_TO } : null;
  return { origin: TRAME_ORIGIN, mail };
}
