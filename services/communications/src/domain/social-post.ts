import { refuse, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { present } from "./texts.ts";
import type { Attempt } from "./webhook-retry.ts";

export const VISIBILITIES = ["PUBLIC", "UNLISTED"] as const;

/** What a person wants of a message. */
export type Wish = "POST" | "EDIT" | "DELETE";

/** A publication's message on an account (R73). */
export interface SocialPost {
  id: string;
  version: number;
  publicationId: string;
  publicationVersion: number;
  channelId: string;
  text: string;
  visibility: (typeof VISIBILITIES)[number];
  /** SCHEDULED and QUEUED wait, SENDING is on its way; POSTED is there, DELETED is not any more, CANCELLED never was. */
  state: "SCHEDULED" | "QUEUED" | "SENDING" | "POSTED" | "FAILED" | "CANCELLED" | "DELETED";
  wish: Wish;
  scheduledAt: Date | null;
  nextAttemptAt: Date | null;
  claimedAt: Date | null;
  attempts: number;
  statusId: string | null;
  url: string | null;
  answer: string | null;
  askedById: string;
  askedAt: Date;
  postedAt: Date | null;
}

const MOST = 500;
/** Mastodon counts every address so, whatever its length. */
const ADDRESS = "x".repeat(23);

/** Characters as the network counts them. */
export const lengthOf = (text: string): number => [...text.replace(/https?:\/\/\S+/g, ADDRESS)].length;

export const checkText = (text: string) => [
  ...present(text, "text", "Le message", "R73"),
  ...(lengthOf(text) > MOST ? [refusals.postTooLong(MOST)] : []),
];

type Written = Pick<SocialPost, "id" | "publicationId" | "publicationVersion" | "channelId" | "text" | "visibility"> &
  Pick<SocialPost, "scheduledAt" | "askedById" | "askedAt">;

/** A new message: at once, or at its instant. */
export function writePost(written: Written, now: Date): SocialPost {
  const { scheduledAt, askedAt } = written;
  refuseAll([...checkText(written.text), ...(scheduledAt && scheduledAt <= askedAt ? [refusals.postInThePast()] : [])]);
  const waiting = scheduledAt
    ? { state: "SCHEDULED" as const, nextAttemptAt: null }
    : { state: "QUEUED" as const, nextAttemptAt: now };
  return {
    ...{ ...written, ...waiting, version: 1, wish: "POST", attempts: 0, claimedAt: null },
    ...{ statusId: null, url: null, answer: null, postedAt: null },
  };
}

/** It is or will be on the network: a second one would say the same twice. */
export const stands = ({ state, statusId }: Pick<SocialPost, "state" | "statusId">): boolean =>
  statusId !== null ? state !== "DELETED" : ["SCHEDULED", "QUEUED", "SENDING"].includes(state);

/** What was posted is corrected, what waits is written anew. */
export function editPost(post: SocialPost, text: string, publicationVersion: number, now: Date): SocialPost {
  refuseAll(checkText(text));
  const written = { ...post, text, publicationVersion };
  if (post.statusId && post.state !== "DELETED" && post.state !== "SENDING") return queued(written, "EDIT", now);
  if (post.state === "SCHEDULED" || post.state === "FAILED") return { ...written, version: post.version + 1 };
  return refuse(refusals.postOnItsWay());
}

/** What was posted is taken off the network, what waits never gets there. */
export function deletePost(post: SocialPost, now: Date): SocialPost {
  if (post.state === "SENDING") refuse(refusals.postOnItsWay());
  if (post.state === "DELETED" || post.state === "CANCELLED") refuse(refusals.postGone());
  if (post.statusId) return queued(post, "DELETE", now);
  return { ...post, state: "CANCELLED", nextAttemptAt: null, version: post.version + 1 };
}

/** What failed is wanted again; under the same key, the network takes it once. */
export function retryPost(post: SocialPost, now: Date): SocialPost {
  if (post.state !== "FAILED") refuse(refusals.postNotFailed());
  return queued(post, post.wish, now);
}

const queued = (post: SocialPost, wish: Wish, now: Date): SocialPost => ({
  ...{ ...post, wish, state: "QUEUED", nextAttemptAt: now, attempts: 0, answer: null },
  version: post.version + 1,
});

/** What the network's answer makes of it. */
export type Verdict =
  | { type: "posted"; statusId: string; url: string }
  | { type: "deleted" }
  | { type: "again"; inMs: number; answer: string }
  | { type: "refused"; answer: string };

const MINUTE = 60_000;
/** Pauses between attempts: half a day in all. */
export const PAUSES_MS = [MINUTE / 6, MINUTE, 5 * MINUTE, 20 * MINUTE, 60 * MINUTE, 180 * MINUTE, 480 * MINUTE];
const LONGEST_MS = 24 * 60 * MINUTE;

export function judgePost(wish: Wish, { status, answer, retryAfterMs }: Attempt, attempts: number): Verdict {
  if (status !== null && status >= 200 && status < 300) return accepted(wish, answer);
  if (status === 404 && wish === "DELETE") return { type: "deleted" };
  if (status === null || status === 429 || status === 408 || status >= 500) {
    const pause = PAUSES_MS[attempts - 1];
    const why = whyWaiting(status, answer);
    if (pause === undefined) return { type: "refused", answer: `${why} Le message est abandonné.` };
    return { type: "again", inMs: Math.max(pause, Math.min(retryAfterMs ?? 0, LONGEST_MS)), answer: why };
  }
  return { type: "refused", answer: whyNot(status, errorIn(answer)) };
}

function accepted(wish: Wish, answer: string): Verdict {
  if (wish === "DELETE") return { type: "deleted" };
  const { id, url, uri } = jsonOf(answer);
  const address = [url, uri].find((one) => typeof one === "string" && /^https?:\/\//.test(one));
  if (typeof id !== "string" || typeof address !== "string") {
    return { type: "refused", answer: "Le serveur a répondu sans dire où est le message : vérifiez sur le compte." };
  }
  return { type: "posted", statusId: id, url: address };
}

const whyWaiting = (status: number | null, answer: string): string => {
  if (status === null) return answer;
  return status === 429
    ? "Le serveur demande d'attendre : trop de messages en peu de temps."
    : `Le serveur est en panne (réponse ${status}).`;
};

function whyNot(status: number, error: string): string {
  if (status === 401) return "Le jeton du compte n'est plus accepté : l'administration doit le renouveler.";
  if (status === 403) return "Le jeton du compte n'a pas le droit de publier : l'administration doit le renouveler.";
  if (status === 404) return "Le message n'est plus sur le serveur.";
  if (status === 422) return `Le serveur refuse le message${error ? ` : ${error}` : ""}.`;
  return `Le serveur a refusé (réponse ${status}${error ? `, ${error}` : ""}).`;
}

const errorIn = (answer: string): string => {
  const { error } = jsonOf(answer);
  return typeof error === "string" ? error.slice(0, 200).replace(/\.$/, "") : "";
};

function jsonOf(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
