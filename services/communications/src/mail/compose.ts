import MailComposer from "nodemailer/lib/mail-composer";
import type { Claimed } from "../store/mail-queue.ts";
import { dress } from "./layout.ts";

/** In whose name mail leaves. */
export interface Sender {
  from: string;
  replyTo?: string;
  /** Where links begin. */
  origin: string;
}

/** The whole message. Its Message-ID is the mail's own: whoever gets it twice has it once. */
export function compose({ id, content, token }: Claimed, to: string, { from, replyTo, origin }: Sender) {
  const unsubscribe = token && `${origin}/desabonnement/${token}`;
  const message = new MailComposer({
    from,
    to,
    replyTo,
    messageId: `<${id}@${new URL(origin).hostname}>`,
    ...dress(content, { origin, unsubscribe }),
    headers: {
      "Auto-Submitted": "auto-generated",
      // RFC 8058: one POST, without signing in.
      ...(unsubscribe && {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  }).compile();
  const { from: sender } = message.getEnvelope();
  return message.build().then((raw) => ({ from: sender || from, to, raw }));
}
