import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { present } from "./texts.ts";

export const WEBHOOK_EVENTS = ["PUBLISHED", "UPDATED", "WITHDRAWN"] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What one generation of keys signs with: a shared secret, and a pair whose public half anybody may know. */
export interface Keys {
  secret: string;
  privateKey: string;
  publicKey: string;
}

/** What an endpoint wants to hear; an empty list restricts nothing. */
export interface Wanted {
  events: string[];
  kinds: string[];
  themeIds: string[];
  academyCodes: string[];
  disciplineCodes: string[];
}

/** A program's address to which publications are told. */
export interface Webhook extends Wanted {
  id: string;
  version: number;
  url: string;
  description: string;
  state: "ACTIVE" | "PAUSED" | "SUSPENDED" | "REMOVED";
  suspendedFor: string | null;
  keys: Keys;
  /** Also signed with, until then, so that a receiver changes at its own time. */
  previousKeys: Keys | null;
  previousUntil: Date | null;
  ownerId: string;
  createdAt: Date;
}

export type WebhookFact =
  | { type: "WebhookRegistered"; webhook: Omit<Webhook, "version"> }
  | { type: "WebhookRevised"; url: string; description: string; wanted: Wanted }
  | { type: "WebhookPaused" }
  | { type: "WebhookResumed" }
  | { type: "WebhookSuspended"; reason: string }
  | { type: "WebhookKeysRotated"; keys: Keys; previousUntil: Date }
  | { type: "WebhookRemoved" };

/** Whether an address is one of ours to visit without TLS or although private: configuration says so. */
export type Allowed = (url: URL) => boolean;

/** Whether a literal address is of the public Internet; a name is judged when it is visited. */
export type Public = (url: URL) => boolean;

export interface Address {
  isAllowed: Allowed;
  isPublic: Public;
}

export function registerWebhook(webhook: Omit<Webhook, "version">, address: Address): WebhookFact[] {
  refuseAll([
    ...present(webhook.description, "description", "Le nom du programme"),
    ...reachable(webhook.url, address),
  ]);
  return [{ type: "WebhookRegistered", webhook }];
}

export function reviseWebhook(
  { url, description, wanted }: { url: string; description: string; wanted: Wanted },
  address: Address,
): WebhookFact[] {
  refuseAll([...present(description, "description", "Le nom du programme"), ...reachable(url, address)]);
  return [{ type: "WebhookRevised", url, description, wanted }];
}

/** Whoever set it going again has mended what was wrong. */
export const resumeWebhook = ({ state }: Webhook): WebhookFact[] =>
  state === "ACTIVE" ? [] : [{ type: "WebhookResumed" }];

export const pauseWebhook = ({ state }: Webhook): WebhookFact[] =>
  state === "ACTIVE" ? [{ type: "WebhookPaused" }] : [];

export const suspendWebhook = ({ state }: Webhook, reason: string): WebhookFact[] =>
  state === "ACTIVE" ? [{ type: "WebhookSuspended", reason }] : [];

export const rotateKeys = (keys: Keys, previousUntil: Date): WebhookFact[] => [
  { type: "WebhookKeysRotated", keys, previousUntil },
];

/** TLS, no credentials in the address, no literal private address; configuration excepts hosts of ours. */
function reachable(text: string, { isAllowed, isPublic }: Address): Refusal[] {
  if (!URL.canParse(text)) return [refusals.notAnAddress("url")];
  const url = new URL(text);
  if (url.username || url.password) return [refusals.credentialsInAddress("url")];
  if (isAllowed(url)) return [];
  if (url.protocol !== "https:") return [refusals.notHttps("url")];
  return isPublic(url) ? [] : [refusals.privateAddress("url")];
}

/** The keys that sign now, newest first. */
export const signingKeys = ({ keys, previousKeys, previousUntil }: Webhook, now: Date): Keys[] =>
  previousKeys && previousUntil && now < previousUntil ? [keys, previousKeys] : [keys];

export function evolveWebhook(webhook: Webhook | null, fact: WebhookFact): Webhook {
  if (fact.type === "WebhookRegistered") return { ...fact.webhook, version: 0 };
  if (!webhook) throw new Error(`${fact.type} without a webhook`);
  switch (fact.type) {
    case "WebhookRevised":
      return { ...webhook, url: fact.url, description: fact.description, ...fact.wanted };
    case "WebhookPaused":
      return { ...webhook, state: "PAUSED" };
    case "WebhookResumed":
      return { ...webhook, state: "ACTIVE", suspendedFor: null };
    case "WebhookSuspended":
      return { ...webhook, state: "SUSPENDED", suspendedFor: fact.reason };
    case "WebhookKeysRotated": {
      const { keys, previousUntil } = fact;
      return { ...webhook, keys, previousKeys: webhook.keys, previousUntil };
    }
    case "WebhookRemoved":
      return { ...webhook, state: "REMOVED" };
  }
}
