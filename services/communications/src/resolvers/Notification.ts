import type { MailContent } from "../domain/mail.ts";
import { kindOf } from "../domain/notice-kinds.ts";
import type { MailState, NotificationResolvers, TroubledMailResolvers } from "../gen/schema.ts";

export const Notification: NotificationResolvers = {
  kindLabel: ({ kind }) => kindOf(kind).label,
  href: ({ path }) => path,
};

export const TroubledMail: TroubledMailResolvers = {
  subject: ({ content }) => (content as MailContent).subject,
  recipient: ({ personId }) => (personId ? { id: personId } : null),
  state: ({ state }) => state as MailState,
};
