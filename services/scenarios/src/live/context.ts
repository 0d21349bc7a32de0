import type { Actor } from "@trame/kit/actor";
import type { WebSocket } from "ws";

/** What is known of one connection. */
export interface Connected {
  actor: Actor;
  personId: string;
  socket: WebSocket;
  /** The one client of Yjs that speaks through it. */
  clientId?: number;
}

/** Said to a browser beside the text. */
export type Message = { stored: number; at: string } | { closed: string };

/** Not let in, with a word for the portal. Without a message, so that Hocuspocus does not log it. */
export class NotLetIn extends Error {
  override name = "NotLetIn";
  reason: string;
  constructor(reason: string) {
    super("");
    this.reason = reason;
  }
}
