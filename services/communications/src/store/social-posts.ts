import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId, stableId } from "@trame/kit/id";
import { notFound, refuse, refuseAll } from "@trame/kit/refusal";
import { schedule, unschedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import type { SocialPost, Verdict } from "../domain/social-post.ts";
import * as rules from "../domain/social-post.ts";
import { refusals } from "../errors.ts";
import type { SocialPost as Row } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { authorOf } from "./authors.ts";
import { enterRelay } from "./relays.ts";

export const SOCIAL_POST = "social-post";

export interface NewPost {
  publicationId: string;
  channelId: string;
  text: string;
  visibility: SocialPost["visibility"];
  scheduledAt: Date | null;
}

/** A publication's message is to be posted on an account whose token the operator gave (R73). */
export async function postToChannel(
  tx: Tx,
  command: Command,
  written: NewPost,
  canPost: (channel: { network: string; handle: string }) => boolean,
): Promise<string> {
  policy.demand(command.by, "recordRelay");
  const { publicationId, channelId } = written;
  // Two who press the button at once wait for each other.
  await tx.$queryRaw`select 1 as one from publication where id = ${publicationId} for update`;
  const publication = await tx.publication.findUnique({ where: { id: publicationId } });
  if (!publication) refuse(notFound("Cette publication", "publicationId"));
  const channel = await tx.channel.findUnique({ where: { id: channelId } });
  if (!channel) refuse(notFound("Ce canal", "channelId"));
  const posts = (await tx.socialPost.findMany({ where: { publicationId, channelId } })).map(toPost);
  refuseAll([
    ...(publication.state === "WITHDRAWN" ? [refusals.withdrawn()] : []),
    ...(canPost(channel) ? [] : [refusals.channelCannotPost()]),
    ...(posts.some(rules.stands) ? [refusals.postedAlready()] : []),
  ]);
  const asked = { id: newId(), publicationVersion: publication.version };
  const post = rules.writePost(
    { ...written, ...asked, text: written.text.trim(), askedById: authorOf(command), askedAt: command.at },
    new Date(),
  );
  await tx.socialPost.create({ data: post });
  if (post.scheduledAt) await schedule(tx, { kind: SOCIAL_POST, key: post.id, dueAt: post.scheduledAt });
  await trail(tx, command, "SocialPostAsked", post);
  return publicationId;
}

export type PostChange = { action: "EDIT"; text: string } | { action: "DELETE" } | { action: "RETRY" };

/** What waits or was posted is corrected, taken back, or tried again (H8). */
export async function changePost(tx: Tx, command: Command, id: string, change: PostChange): Promise<string> {
  policy.demand(command.by, "recordRelay");
  const before = await lockPost(tx, id);
  if (!before) return refuse(notFound("Ce message", "postId"));
  const publication = await tx.publication.findUniqueOrThrow({ where: { id: before.publicationId } });
  if (change.action !== "DELETE" && publication.state === "WITHDRAWN") refuse(refusals.withdrawn());
  if (change.action === "RETRY") await refuseSecond(tx, before);
  const after = decide(before, change, publication.version);
  await save(tx, after);
  if (before.state === "SCHEDULED" && after.state !== "SCHEDULED") await unschedule(tx, SOCIAL_POST, id);
  await trail(tx, command, `SocialPost${ACTIONS[change.action]}`, after);
  return before.publicationId;
}

/** What failed may have been written anew meanwhile. */
async function refuseSecond(tx: Tx, { id, publicationId, channelId }: SocialPost): Promise<void> {
  const others = await tx.socialPost.findMany({ where: { publicationId, channelId, id: { not: id } } });
  if (others.map(toPost).some(rules.stands)) refuse(refusals.postedAlready());
}

const ACTIONS = { EDIT: "Edited", DELETE: "TakenBack", RETRY: "TriedAgain" } as const;

function decide(before: SocialPost, change: PostChange, publicationVersion: number): SocialPost {
  const now = new Date();
  switch (change.action) {
    case "EDIT":
      return rules.editPost(before, change.text.trim(), publicationVersion, now);
    case "DELETE":
      return rules.deletePost(before, now);
    case "RETRY":
      return rules.retryPost(before, now);
  }
}

/** Its publication was withdrawn: what waits never gets there. */
export async function cancelWaiting(tx: Tx, publicationId: string): Promise<void> {
  const waiting = await tx.socialPost.findMany({
    where: { publicationId, statusId: null, state: { in: ["SCHEDULED", "QUEUED", "FAILED"] } },
    orderBy: { id: "asc" },
  });
  for (const { id } of waiting) {
    const post = await lockPost(tx, id);
    if (!post || post.statusId || !["SCHEDULED", "QUEUED", "FAILED"].includes(post.state)) continue;
    await save(tx, rules.deletePost(post, new Date()));
    await unschedule(tx, SOCIAL_POST, id);
  }
}

/** Its instant has come. */
export async function releasePost(tx: Tx, id: string): Promise<void> {
  const post = await lockPost(tx, id);
  if (post?.state === "SCHEDULED") await save(tx, { ...post, state: "QUEUED", nextAttemptAt: new Date() });
}

/** Writes down what the network answered; what was posted is a relay, with its address. */
export async function recordVerdict(tx: Tx, command: Command, id: string, verdict: Verdict): Promise<void> {
  const post = await lockPost(tx, id);
  if (!post) return;
  const seen = { ...post, version: post.version + 1, claimedAt: null };
  switch (verdict.type) {
    case "posted": {
      const { statusId, url } = verdict;
      const posted = { state: "POSTED" as const, postedAt: post.postedAt ?? command.at, answer: null };
      await save(tx, { ...seen, ...posted, statusId, url, nextAttemptAt: null });
      if (!post.statusId) await enterRelay(tx, command, relayOf(post, url));
      return takeBackWithdrawn(tx, id);
    }
    case "deleted":
      return save(tx, { ...seen, state: "DELETED", answer: null, nextAttemptAt: null });
    case "again": {
      const nextAttemptAt = new Date(Date.now() + verdict.inMs);
      return save(tx, { ...seen, state: "QUEUED", answer: verdict.answer, nextAttemptAt });
    }
    case "refused":
      return save(tx, { ...seen, state: "FAILED", answer: verdict.answer, nextAttemptAt: null });
  }
}

/** Its publication was withdrawn while the message was on its way. */
async function takeBackWithdrawn(tx: Tx, id: string): Promise<void> {
  const post = await lockPost(tx, id);
  if (!post) return;
  const publication = await tx.publication.findUnique({ where: { id: post.publicationId }, select: { state: true } });
  if (publication?.state === "WITHDRAWN") await save(tx, rules.deletePost(post, new Date()));
}

const relayOf = ({ id, publicationId, channelId, askedById }: SocialPost, url: string) => ({
  ...{ id: stableId("relay", "post", id), publicationId, channelId, url },
  byId: askedById,
});

/** A message that is ours to send, with the account. */
export interface ClaimedPost extends SocialPost {
  handle: string;
}

/** Marked before it leaves; of one account and publication there is one at a time. */
export async function claimPosts(db: Pick<Tx, "$queryRaw" | "socialPost" | "channel">, most: number) {
  const claimed = await db.$queryRaw<{ id: string }[]>`
    update social_post set state = 'SENDING', "claimedAt" = now(), attempts = attempts + 1
     where id in (select id from social_post where state = 'QUEUED' and "nextAttemptAt" <= now()
                   order by "nextAttemptAt", id limit ${most} for update skip locked)
    returning id`;
  const posts = await db.socialPost.findMany({ where: { id: { in: claimed.map(({ id }) => id) } } });
  const channels = await db.channel.findMany({ where: { id: { in: posts.map(({ channelId }) => channelId) } } });
  const handles = new Map(channels.map(({ id, handle }) => [id, handle]));
  return posts.map((post): ClaimedPost => ({ ...toPost(post), handle: handles.get(post.channelId) ?? "" }));
}

/** A process that died had perhaps sent them: the network knows a message by its key, and takes it once. */
export const releasePosts = (db: Pick<Tx, "$executeRaw">, leaseMs: number): Promise<number> =>
  db.$executeRaw`
    update social_post set state = 'QUEUED', "nextAttemptAt" = now()
     where state = 'SENDING' and "claimedAt" < now() - make_interval(secs => ${leaseMs / 1000}::double precision)`;

/** Its publication first, as everybody does: what becomes of one account's messages is decided one after the other. */
async function lockPost(tx: Tx, id: string): Promise<SocialPost | null> {
  await tx.$queryRaw`
    select 1 as one from publication
     where id = (select "publicationId" from social_post where id = ${id}) for update`;
  await tx.$queryRaw`select 1 as one from social_post where id = ${id} for update`;
  const row = await tx.socialPost.findUnique({ where: { id } });
  return row && toPost(row);
}

const save = async (tx: Tx, post: SocialPost): Promise<void> =>
  void (await tx.socialPost.update({ where: { id: post.id }, data: post }));

export const toPost = ({ state, wish, visibility, ...row }: Row): SocialPost => ({
  ...row,
  state: state as SocialPost["state"],
  wish: wish as SocialPost["wish"],
  visibility: visibility as SocialPost["visibility"],
});

const trail = (tx: Tx, { at, by }: Command, action: string, { id }: SocialPost) =>
  audit(tx, { at, actor: by, action, subject: `SocialPost:${id}` });
