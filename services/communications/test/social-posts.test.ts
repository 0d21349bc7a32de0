import { silentLogger } from "@trame/kit/log";
import { eventually } from "@trame/kit/testing/events";
import { RelayRecordedSchema } from "@trame/proto-schemas/communications/v1/events_pb";
import { accountsOf } from "../src/mastodon/accounts.ts";
import { startPoster } from "../src/mastodon/poster.ts";
import { saveChannel } from "../src/store/channels.ts";
import { claire, communications, known, sylvie, type Tested, visitor } from "./examples.ts";
import { startMastodon } from "./mastodon.ts";

let mastodon: Awaited<ReturnType<typeof startMastodon>>;
let it: Tested;
let publicationId: string;
let channelId: string;
let poster: ReturnType<typeof startPoster>;
const NOW = new Date("2020-05-18T07:00:00Z");

const POSTS = `posts { id text state wish visibility url answer outdated scheduledAt postedAt channel { handle canPost } }
  relays { url by { id } channel { handle } }`;

beforeEach(async () => {
  mastodon = await startMastodon();
  const handle = `@lettre@${mastodon.host}`;
  it = await communications([mastodon.host], accountsOf(`${handle}=jeton`));
  await known(it);
  ({ publicationId } = await it.hearsScenario("s1"));
  channelId = await it.db.$transaction((tx) =>
    saveChannel(
      tx,
      { by: sylvie, at: NOW },
      { id: null, network: "Mastodon", handle, kind: "TRANSVERSAL", disciplineCode: null, label: "Programme" },
    ),
  );
  poster = start();
});
afterEach(async () => {
  await poster.stop();
  await it.stop();
  await mastodon.stop();
});

const start = (accounts = accountsOf(`@lettre@${mastodon.host}=jeton`)) =>
  startPoster({
    ...{ db: it.db, clock: { now: () => NOW }, logger: silentLogger, accounts, allow: [mastodon.host] },
    ...{ pollMs: 20, totalMs: 2_000 },
  });

const send = async (name: string, type: string, input: object, by = sylvie) =>
  (
    await it.query(
      by,
      `mutation($input: ${type}!) { ${name}(input: $input) { publication { ${POSTS} } errors { kind code field message } } }`,
      { input },
    )
  )[name];
const posts = (input: object = {}, by = sylvie) =>
  send(
    "postToChannel",
    "PostToChannelInput",
    { publicationId, channelId, text: "Un scénario à lire https://exemple.fr/a", visibility: "PUBLIC", ...input },
    by,
  );
const changes = (postId: string, action: string, text?: string) =>
  send("changePost", "ChangePostInput", { postId, action, text });
const publication = async (by = sylvie, states = "[PUBLISHED, WITHDRAWN]") =>
  (
    await it.query(by, `query { publications(first: 5, filter: { states: ${states} }) { nodes { id ${POSTS} } } }`)
  ).publications.nodes.find(({ id }: { id: string }) => id === publicationId);
const settled = (state: string) =>
  eventually(async () => {
    const [post] = (await publication()).posts;
    return post?.state === state && post;
  });

test("R73: an editor posts a publication on a Mastodon account; it is a relay with the message's address", async () => {
  expect((await posts()).errors).toEqual([]);
  const post = await settled("POSTED");
  expect(mastodon.standing()).toMatchObject([
    { status: "Un scénario à lire https://exemple.fr/a", visibility: "public", language: "fr" },
  ]);
  expect(post).toMatchObject({ url: `${mastodon.origin}/@lettre/110000`, answer: null, outdated: false });
  expect((await publication()).relays).toEqual([
    { url: post.url, by: { id: "sylvie" }, channel: { handle: `@lettre@${mastodon.host}` } },
  ]);
  expect(await it.saidOf(RelayRecordedSchema)).toMatchObject([{ publicationId, channelId }]);
  expect(mastodon.asked).toEqual([{ method: "POST", path: "/api/v1/statuses", key: post.id }]);
});

test("a message whose answer was lost is sent again under its key, and stands once", async () => {
  await posts();
  await settled("POSTED");
  // As if the process had died before it wrote down what the server answered.
  await it.db.socialPost.updateMany({ data: { state: "SENDING", statusId: null, claimedAt: new Date(0) } });
  await it.db.relay.deleteMany({});
  await settled("POSTED");
  expect(mastodon.standing()).toHaveLength(1);
  expect(new Set(mastodon.asked.map(({ key }) => key)).size).toBe(1);
  expect((await publication()).relays).toHaveLength(1);
});

test("a server that is down or asks to wait is tried again, and says so meanwhile", async () => {
  mastodon.ails((response) =>
    response.writeHead(429, { "x-ratelimit-reset": new Date(Date.now() + 60_000).toISOString() }).end("{}"),
  );
  await posts();
  const waiting = await eventually(async () =>
    (await publication()).posts.find((one: { answer: string }) => one.answer),
  );
  expect(waiting).toMatchObject({ state: "QUEUED", answer: expect.stringMatching(/demande d'attendre/) });
  const [row] = await it.db.socialPost.findMany();
  expect(row?.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now() + 40_000);
  mastodon.ails(null);
  await it.db.socialPost.updateMany({ data: { nextAttemptAt: new Date() } });
  await settled("POSTED");
});

test("a token that is no longer accepted and a refused message are told in French, and tried again on demand", async () => {
  await poster.stop();
  poster = start(accountsOf(`@lettre@${mastodon.host}=ancien`));
  await posts();
  const failed = await settled("FAILED");
  expect(failed.answer).toBe("Le jeton du compte n'est plus accepté : l'administration doit le renouveler.");
  await poster.stop();
  poster = start();
  mastodon.ails((response) => response.writeHead(422).end('{"error":"Validation failed"}'));
  await changes(failed.id, "RETRY");
  await eventually(async () =>
    (await publication()).posts[0].answer?.includes("refuse le message : Validation failed."),
  );
  mastodon.ails(null);
  expect((await changes(failed.id, "RETRY")).errors).toEqual([]);
  await settled("POSTED");
  expect((await changes(failed.id, "RETRY")).errors).toMatchObject([{ code: "POST_NOT_FAILED" }]);
});

test("R73: a message leaves at its instant, and not when it is cancelled before", async () => {
  const scheduledAt = "2020-05-18T08:00:00.000Z";
  await posts({ scheduledAt });
  await it.passes("2020-05-18T07:59:00Z");
  expect((await publication()).posts[0]).toMatchObject({ state: "SCHEDULED", scheduledAt });
  await it.passes("2020-05-18T08:00:00Z");
  await settled("POSTED");
  const other = await it.hearsScenario("s2");
  await posts({ publicationId: other.publicationId, scheduledAt: "2020-05-18T09:00:00Z" });
  const second = await it.db.socialPost.findFirstOrThrow({ where: { publicationId: other.publicationId } });
  await changes(second.id, "DELETE");
  await it.passes("2020-05-18T10:00:00Z");
  expect(mastodon.standing()).toHaveLength(1);
});

test("H8: a correction shows that the message is old, and changes it where it stands", async () => {
  await posts();
  const { id } = await settled("POSTED");
  await it.hearsScenario("s1", { title: "Titre corrigé" });
  expect((await publication()).posts[0]).toMatchObject({ outdated: true });
  expect((await changes(id, "EDIT", "Titre corrigé https://exemple.fr/a")).errors).toEqual([]);
  await eventually(async () => mastodon.standing()[0]?.status.startsWith("Titre corrigé"));
  expect(await settled("POSTED")).toMatchObject({ outdated: false, wish: "EDIT" });
  expect((await publication()).relays).toHaveLength(1);
});

test("H8: a withdrawal cancels what waits, and what was posted is taken off the account by its editor", async () => {
  await posts();
  const { id } = await settled("POSTED");
  const other = await it.hearsScenario("s2");
  await posts({ publicationId: other.publicationId, scheduledAt: "2020-05-18T09:00:00Z" });
  await it.hearsWithdrawal("s1");
  await it.hearsWithdrawal("s2");
  const waiting = await it.db.socialPost.findFirstOrThrow({ where: { publicationId: other.publicationId } });
  expect(waiting.state).toBe("CANCELLED");
  expect(mastodon.standing()).toHaveLength(1);
  expect((await changes(id, "EDIT", "Autre texte")).errors).toMatchObject([{ code: "PUBLICATION_WITHDRAWN" }]);
  expect((await changes(id, "DELETE")).errors).toEqual([]);
  await settled("DELETED");
  expect(mastodon.standing()).toEqual([]);
  expect((await changes(id, "DELETE")).errors).toMatchObject([{ code: "POST_GONE" }]);
});

test("H8: a message that left while its publication was withdrawn is taken off by itself", async () => {
  await poster.stop();
  await posts();
  await it.db.socialPost.updateMany({ data: { state: "SENDING", claimedAt: new Date(0) } });
  await it.hearsWithdrawal("s1");
  poster = start();
  await settled("DELETED");
  expect(mastodon.asked.map(({ method }) => method)).toEqual(["POST", "DELETE"]);
  expect(mastodon.standing()).toEqual([]);
});

test("what failed is not tried again beside another message on the same account", async () => {
  mastodon.ails((response) => response.writeHead(422).end('{"error":"Validation failed"}'));
  await posts();
  const failed = await settled("FAILED");
  mastodon.ails(null);
  await posts({ text: "Autrement dit https://exemple.fr/a" });
  await eventually(() => mastodon.standing().length === 1);
  expect((await changes(failed.id, "RETRY")).errors).toMatchObject([{ code: "POSTED_ALREADY" }]);
  expect(mastodon.standing()).toHaveLength(1);
});

test("a message that somebody removed on the network itself counts as taken off", async () => {
  await posts();
  const { id } = await settled("POSTED");
  await fetch(`${mastodon.origin}/api/v1/statuses/110000`, {
    method: "DELETE",
    headers: { authorization: "Bearer jeton" },
  });
  await changes(id, "DELETE");
  await settled("DELETED");
});

test("refusals: too long, empty, twice on one account, in the past, on an account without token", async () => {
  const code = async (input: object) => (await posts(input)).errors.map((one: { code: string }) => one.code);
  expect(await code({ text: "é".repeat(501) })).toEqual(["POST_TOO_LONG"]);
  expect(await code({ text: " " })).toHaveLength(1);
  expect(await code({ scheduledAt: "2020-05-18T06:00:00Z" })).toEqual(["POST_IN_THE_PAST"]);
  // An address counts 23, however long.
  expect(await code({ text: `${"é".repeat(470)} https://exemple.fr/${"a".repeat(200)}` })).toEqual([]);
  expect(await code({})).toEqual(["POSTED_ALREADY"]);
  const other = await it.db.channel.create({
    data: { id: "elsewhere", network: "Mastodon", handle: "@autre@ailleurs.example", kind: "OTHER" },
  });
  expect(await code({ channelId: other.id })).toEqual(["CHANNEL_CANNOT_POST"]);
});

test("R73: messages are the editors', to write and to read", async () => {
  expect((await posts({}, claire)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  await posts();
  await settled("POSTED");
  expect((await publication(visitor, "[PUBLISHED]")).posts).toEqual([]);
});

test("tokens are read as configuration writes them, and what is none stops the process", () => {
  const accounts = accountsOf("@Lettre@mastodon.example=abc=, @svt@mastodon.example=def");
  expect([...accounts]).toEqual([
    ["@lettre@mastodon.example", "abc="],
    ["@svt@mastodon.example", "def"],
  ]);
  expect(() => accountsOf("lettre=abc")).toThrow(/MASTODON_TOKENS/);
});
