import MailComposer from "nodemailer/lib/mail-composer";
import { SYNTHESIS } from "../store/distribution.ts";
import type { Claimed } from "../store/mail-queue.ts";
import { CONFIRMATION } from "../store/subscribers.ts";
import { type Dressed, dress, type Links } from "./layout.ts";

/** In whose name mail leaves. */
export interface Sender {
  from: string;
  replyTo?: string;
  /** Where what cannot be delivered comes back; the sender's own address when absent. */
  returnPath?: string;
  /** Where links begin. */
  origin: string;
}

/** A letter as one reader gets it. */
export interface WrittenLetter extends Dressed {
  /** « svt »: names the list for a reader's mail program (RFC 2919). */
  list: string;
}

/** Writes a letter for one reader; null when its edition is there no more. */
export type Letters = (mail: Claimed, links: Links) => Promise<WrittenLetter | null>;

/** The whole message. Its Message-ID is the mail's own: whoever gets it twice has it once. */
export async function compose(mail: Claimed, to: string, sender: Sender, letters: Letters) {
  const { from, replyTo, returnPath, origin } = sender;
  const host = new URL(origin).hostname;
  const links = linksOf(mail, origin);
  const letter = mail.editionId ? await letters(mail, links) : null;
  if (mail.editionId && !letter) return null;
  const { subject, text, html } = letter ?? dress(mail.content, links);
  const message = new MailComposer({
    from,
    to,
    replyTo,
    messageId: `<${mail.id}@${host}>`,
    ...{ subject, text, html },
    headers: {
      ...(mail.bulk ? { Precedence: "bulk" } : { "Auto-Submitted": "auto-generated" }),
      ...(letter && { "List-Id": `<${letter.list}.lettres.${host}>` }),
      // RFC 8058: one POST, without signing in.
      ...(links.unsubscribe && {
        "List-Unsubscribe": `<${links.unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  }).compile();
  const envelope = message.getEnvelope();
  return message.build().then((raw) => ({ from: returnPath ?? (envelope.from || from), to, raw }));
}

/** A reader chooses at his or her own address, a person in the portal; whoever has not confirmed has nothing to stop. */
function linksOf({ kind, token, subscriberId }: Claimed, origin: string): Links {
  if (kind === CONFIRMATION || kind === SYNTHESIS) return { origin, unsubscribe: null, preferences: null };
  return {
    origin,
    unsubscribe: token && `${origin}/desabonnement/${token}`,
    preferences: subscriberId ? `${origin}/abonnement/preferences/${token}` : `${origin}/espace/preferences`,
  };
}
