import { common, readConfig } from "@trame/kit/config";
import { hostsOf } from "@trame/kit/pinned";
import { z } from "zod";
import { accountsOf } from "./mastodon/accounts.ts";

/** What this service reads besides what every subgraph does. */
export function config() {
  const {
    TRAME_ORIGIN,
    SMTP_URL,
    MAIL_FROM,
    MAIL_REPLY_TO,
    MAIL_RETURN_PATH,
    MAIL_BOUNCE_TOKEN,
    TRAME_WEBHOOK_ALLOW,
    MASTODON_TOKENS,
  } = readConfig({
    TRAME_ORIGIN: common.TRAME_ORIGIN,
    /** smtp://[user:password@]host[:port] or smtps://…; without it no mail leaves. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().optional(),
    MAIL_REPLY_TO: z.string().optional(),
    /** Where what cannot be delivered comes back; the sender's address when absent. */
    MAIL_RETURN_PATH: z.email().optional(),
    /** With it, what came back is taken in at POST /retours; without it there is no such address. */
    MAIL_BOUNCE_TOKEN: z.string().min(16).optional(),
    /** host:port, comma-separated: a subscribed program there may be private and do without TLS. */
    TRAME_WEBHOOK_ALLOW: z.string().default(""),
    /** @account@server=token, comma-separated: Mastodon accounts on which the editors post from here. */
    MASTODON_TOKENS: z.string().default(""),
  });
  const from = MAIL_FROM ?? `Trame <ne-pas-repondre@${new URL(TRAME_ORIGIN).hostname}>`;
  const mail = SMTP_URL ? { smtpUrl: SMTP_URL, from, replyTo: MAIL_REPLY_TO, returnPath: MAIL_RETURN_PATH } : null;
  const bounces = MAIL_BOUNCE_TOKEN ? { token: MAIL_BOUNCE_TOKEN } : null;
  return {
    origin: TRAME_ORIGIN,
    mail,
    bounces,
    allow: hostsOf(TRAME_WEBHOOK_ALLOW),
    accounts: accountsOf(MASTODON_TOKENS),
  };
}
