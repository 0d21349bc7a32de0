import { systemCommand } from "@trame/kit/answer";
import type { Clock } from "@trame/kit/clock";
import type { Running } from "@trame/kit/event-log";
import type { Logger } from "@trame/kit/log";
import { startLoop } from "@trame/kit/loop";
import { isAllowed, nameServers, type Resolver, systemResolver } from "@trame/kit/pinned";
import type { Db } from "../database.ts";
import { judgePost, type Verdict } from "../domain/social-post.ts";
import type { Attempt } from "../domain/webhook-retry.ts";
import { type ClaimedPost, claimPosts, recordVerdict, releasePosts } from "../store/social-posts.ts";
import { call } from "../webhooks/post.ts";
import { type Accounts, serverOf } from "./accounts.ts";

export interface PosterOptions {
  db: Db;
  clock: Clock;
  logger: Logger;
  accounts: Accounts;
  /** host:port that may be reached although private, and without TLS. */
  allow: readonly string[];
  pollMs?: number;
  leaseMs?: number;
  totalMs?: number;
}

const AT_ONCE = 5;
/** A status is told with its account and its pictures. */
const KEPT_BYTES = 256 * 1024;

/** Takes messages to their accounts by Mastodon's interface. Any number of replicas. */
export function startPoster(options: PosterOptions): Running {
  const { db, clock, logger, accounts, allow, pollMs = 1_000, leaseMs = 120_000, totalMs = 20_000 } = options;
  const servers = nameServers();
  const resolve: Resolver = (name) =>
    (allow.some((host) => host.startsWith(`${name}:`)) ? systemResolver : servers)(name);

  async function tell(post: ClaimedPost): Promise<void> {
    const token = accounts.get(post.handle.toLowerCase());
    const verdict: Verdict = token
      ? judgePost(post.wish, await send(post, token), post.attempts)
      : { type: "refused", answer: "Le jeton de ce compte n'est plus configuré : voyez avec l'administration." };
    const command = systemCommand("communications", clock.now());
    await db.$transaction((tx) => recordVerdict(tx, command, post.id, verdict));
  }

  function send(post: ClaimedPost, token: string): Promise<Attempt> {
    const host = serverOf(post.handle);
    const origin = isAllowed(new URL(`http://${host}`), allow) ? `http://${host}` : `https://${host}`;
    return call(`${origin}/api/v1/statuses${pathOf(post)}`, requestOf(post, token), { resolve, allow, totalMs });
  }

  return startLoop({
    pollMs,
    logger,
    async work(running) {
      await releasePosts(db, leaseMs);
      while (running()) {
        const posts = await claimPosts(db, AT_ONCE);
        await Promise.all(
          posts.map((post) =>
            tell(post).catch((error) => logger.warn({ err: error, post: post.id }, "a message was not recorded")),
          ),
        );
        if (posts.length < AT_ONCE) return;
      }
    },
  });
}

const METHODS = { POST: "POST", EDIT: "PUT", DELETE: "DELETE" } as const;

const pathOf = ({ wish, statusId }: ClaimedPost): string =>
  wish === "POST" ? "" : `/${encodeURIComponent(statusId ?? "")}`;

function requestOf({ id, wish, text, visibility }: ClaimedPost, token: string) {
  const status = { status: text, language: "fr" };
  const body =
    wish === "DELETE"
      ? ""
      : JSON.stringify(wish === "POST" ? { ...status, visibility: visibility.toLowerCase() } : status);
  const headers = {
    authorization: `Bearer ${token}`,
    accept: "application/json",
    "user-agent": "Trame/1",
    "content-length": String(Buffer.byteLength(body)),
    ...(body && { "content-type": "application/json; charset=utf-8" }),
    // Sent again, it is there once.
    ...(wish === "POST" && { "idempotency-key": id }),
  };
  return { method: METHODS[wish], headers, body, keptBytes: KEPT_BYTES };
}
