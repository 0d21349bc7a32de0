import { common, readConfig } from "@trame/kit/config";
import { hostsOf } from "@trame/kit/pinned";
import { z } from "zod";

/** What this service reads besides what every subgraph does. */
export function config() {
  const { TRAME_ORIGIN, SMTP_URL, MAIL_FROM, MAIL_REPLY_TO, TRAME_WEBHOOK_ALLOW } = readConfig({
    TRAME_ORIGIN: common.TRAME_ORIGIN,
    /** smtp://[user:password@]host[:port] or smtps://…; without it no mail leaves. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().optional(),
    MAIL_REPLY_TO: z.string().optional(),
    /** host:port, comma-separated: a subscribed program there may be private and do without TLS. */
    TRAME_WEBHOOK_ALLOW: z.string().default(""),
  });
  const from = MAIL_FROM ?? `Trame <ne-pas-repondre@${new URL(TRAME_ORIGIN).hostname}>`;
  const mail = SMTP_URL ? { smtpUrl: SMTP_URL, from, replyTo: MAIL_REPLY_TO } : null;
  return { origin: TRAME_ORIGIN, mail, allow: hostsOf(TRAME_WEBHOOK_ALLOW) };
}
