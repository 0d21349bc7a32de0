import { createPublicKey, verify } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { silentLogger } from "@trame/kit/log";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { Webhook } from "standardwebhooks";
import { startWebhooks } from "../src/webhooks/sender.ts";
import { claire, communications, known, programme, sylvie, type Tested, visitor } from "./examples.ts";
import { openReceiver, type Received } from "./receiver.ts";

let receiver: Awaited<ReturnType<typeof openReceiver>>;
let it: Tested;
let sender: ReturnType<typeof startWebhooks>;

beforeAll(async () => {
  receiver = await openReceiver();
  it = await communications([receiver.host]);
  await known(it);
  const clock = { now: () => new Date("2020-05-18T07:00:00Z") };
  sender = startWebhooks({ db: it.db, clock, logger: silentLogger, allow: [receiver.host], pollMs: 20, totalMs: 300 });
});
afterAll(async () => {
  await sender.stop();
  await receiver.close();
  await it.stop();
});

const FIELDS = "webhook { id url state suspendedFor secret publicKey previousKeysUntil failingSince waiting version }";
const command = async (name: string, input: object, actor = sylvie) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${FIELDS} errors { kind code field } } }`;
  return (await it.query(actor, query, { input }))[name];
};
const registers = async (path: string, input: object = {}) =>
  (await command("registerWebhook", { url: receiver.url(path), description: `Programme ${path}`, ...input })).webhook;
const deliveries = async (id: string) =>
  (
    await it.query(
      sylvie,
      `query($id: ID!) { webhook(id: $id) { state suspendedFor waiting deliveries { totalCount nodes {
        id type state attempts nextAttemptAt publication { title } tries { status answer ms } } } } }`,
      { id },
    )
  ).webhook;
const until = async (condition: () => Promise<boolean>) => {
  while (!(await condition())) await pause(10);
};

const verified = ({ body, headers }: Received, secret: string) =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as { type: string; data: { title: string } };

/** v1a: what the public key says of one of the signatures. */
function isSigned({ body, headers }: Received, publicKey: string): boolean {
  const x = Buffer.from(publicKey.slice("whpk_".length), "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const content = Buffer.from(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`);
  return String(headers["webhook-signature"])
    .split(" ")
    .filter((one) => one.startsWith("v1a,"))
    .some((one) => verify(null, content, key, Buffer.from(one.slice(4), "base64")));
}

test("a publication is told to the programs that want it, signed so that a library that is not ours believes it", async () => {
  const all = await registers("/all");
  const only = await registers("/modules", { kinds: ["TRAINING_MODULE"] });
  const elsewhere = await registers("/nice", { academyCodes: ["23"] });
  await it.hearsScenario("w1");
  await it.declaresModule(claire, { projectId: "project-rennes", title: "Un module" });
  await receiver.until(() => receiver.at("/all").length === 2 && receiver.at("/modules").length === 1);
  const [first, second] = receiver.at("/all") as [Received, Received];
  expect(verified(first, all.secret)).toMatchObject({ type: "publication.published", data: { title: "Scénario w1" } });
  expect(isSigned(first, all.publicKey)).toBe(true);
  expect(isSigned(first, only.publicKey)).toBe(false);
  expect(() => verified({ ...first, body: `${first.body} ` }, all.secret)).toThrow("No matching signature");
  expect(first.headers["webhook-id"]).not.toBe(second.headers["webhook-id"]);
  expect(verified(receiver.at("/modules")[0] as Received, only.secret).data.title).toBe("Un module");
  expect(receiver.at("/nice")).toEqual([]);
  expect((await deliveries(elsewhere.id)).deliveries.totalCount).toBe(0);
  await until(async () => (await deliveries(all.id)).waiting === 0);
  const { nodes } = (await deliveries(all.id)).deliveries;
  expect(nodes.map((one: { state: string }) => one.state)).toEqual(["DELIVERED", "DELIVERED"]);
});

test("a withdrawal is told, and what waits of a withdrawn publication is no longer sent", async () => {
  const busy = await registers("/busy", { events: ["PUBLISHED", "WITHDRAWN"] });
  receiver.answers("/busy", (to) => to.writeHead(429, { "retry-after": "3600" }).end("plus tard"));
  await it.hearsScenario("w2");
  await until(async () => (await deliveries(busy.id)).deliveries.nodes[0]?.tries.length === 1);
  const [waiting] = (await deliveries(busy.id)).deliveries.nodes;
  expect(waiting).toMatchObject({ state: "PENDING", tries: [{ status: 429, answer: "plus tard" }] });
  expect(Date.parse(waiting.nextAttemptAt) - Date.now()).toBeGreaterThan(3_500_000);
  receiver.answers("/busy", (to) => to.writeHead(200).end());
  await it.hearsWithdrawal("w2");
  await it.db.webhookDelivery.updateMany({ where: { id: waiting.id }, data: { nextAttemptAt: new Date() } });
  await until(async () => {
    const { waiting: left, deliveries: all } = await deliveries(busy.id);
    return left === 0 && all.totalCount === 2;
  });
  const states = (await deliveries(busy.id)).deliveries.nodes.map((one: object) => one);
  expect(states).toMatchObject([
    { type: "publication.withdrawn", state: "DELIVERED" },
    { type: "publication.published", state: "DROPPED" },
  ]);
});

test("new keys: for a day both generations sign, then the old one no more", async () => {
  const old = await registers("/rotated");
  const { webhook } = await command("rotateWebhookKeys", { webhookId: old.id });
  expect(webhook.secret).not.toBe(old.secret);
  expect(Date.parse(webhook.previousKeysUntil)).toBeGreaterThan(Date.now() + 80_000_000);
  await command("testWebhook", { webhookId: old.id });
  await receiver.until(() => receiver.at("/rotated").length === 1);
  const [both] = receiver.at("/rotated") as [Received];
  for (const { secret, publicKey } of [old, webhook]) {
    expect(verified(both, secret).type).toBe("webhook.test");
    expect(isSigned(both, publicKey)).toBe(true);
  }
  await it.db.webhook.update({ where: { id: old.id }, data: { previousUntil: new Date() } });
  await command("testWebhook", { webhookId: old.id });
  await receiver.until(() => receiver.at("/rotated").length === 2);
  const [, alone] = receiver.at("/rotated") as [Received, Received];
  expect(() => verified(alone, old.secret)).toThrow();
  expect(verified(alone, webhook.secret).type).toBe("webhook.test");
});

test("410 suspends at once, with a notice; set going again, what it missed is replayed under the same ids", async () => {
  const gone = await registers("/gone", { events: ["PUBLISHED"] });
  receiver.answers("/gone", (to) => to.writeHead(410).end());
  await it.hearsScenario("w3");
  await until(async () => (await deliveries(gone.id)).state === "SUSPENDED");
  expect((await it.saidOf(NoticeIssuedSchema)).at(-1)?.notice).toMatchObject({
    kind: "WEBHOOK_SUSPENDED",
    personIds: ["sylvie"],
    path: `/espace/programmes/${gone.id}`,
  });
  await it.hearsScenario("w4");
  expect((await command("testWebhook", { webhookId: gone.id })).errors).toMatchObject([{ code: "WEBHOOK_NOT_ACTIVE" }]);
  receiver.answers("/gone", (to) => to.writeHead(204).end());
  const before = receiver.at("/gone")[0] as Received;
  await command("setWebhookActive", { webhookId: gone.id, active: true });
  await command("replayWebhook", { webhookId: gone.id, since: new Date(Date.now() - 60_000).toISOString() });
  const titles = () => receiver.at("/gone").map(({ body }) => JSON.parse(body).data.title);
  await receiver.until(() => titles().includes("Scénario w4"));
  await until(async () => (await deliveries(gone.id)).waiting === 0);
  const again = receiver.at("/gone").filter(({ headers }) => headers["webhook-id"] === before.headers["webhook-id"]);
  expect(again.map(({ body }) => body)).toEqual([before.body, before.body]);
  const id = String(before.headers["webhook-id"]).slice("msg_".length);
  await command("redeliverWebhook", { deliveryId: id });
  await until(async () => (await deliveries(gone.id)).waiting === 0);
  expect(receiver.at("/gone").filter(({ headers }) => headers["webhook-id"] === `msg_${id}`)).toHaveLength(3);
});

test("whoever accepted nothing over days is suspended with its last failed delivery", async () => {
  const dead = await registers("/dead");
  receiver.answers("/dead", (to) => to.writeHead(500).end());
  await command("testWebhook", { webhookId: dead.id });
  await until(async () => (await deliveries(dead.id)).deliveries.nodes[0].attempts === 1);
  const [{ id }] = (await deliveries(dead.id)).deliveries.nodes;
  await until(async () => (await deliveries(dead.id)).deliveries.nodes[0].state === "PENDING");
  await it.db.webhookDelivery.update({ where: { id }, data: { attempts: 9, nextAttemptAt: new Date() } });
  await until(async () => (await deliveries(dead.id)).state === "SUSPENDED");
  expect((await deliveries(dead.id)).suspendedFor).toContain("plusieurs jours");
});

test("an endpoint that hangs holds up nobody else", async () => {
  const hanging = await registers("/hangs", { events: ["UPDATED"] });
  receiver.answers("/hangs", () => {});
  await Promise.all(Array.from({ length: 5 }, () => command("testWebhook", { webhookId: hanging.id })));
  await receiver.until(() => receiver.at("/hangs").length > 0);
  const quick = await registers("/quick", { events: ["UPDATED"] });
  const began = receiver.at("/hangs").length;
  await command("testWebhook", { webhookId: quick.id });
  await receiver.until(() => receiver.at("/quick").length === 1);
  // One at a time: the five of the other are still before the end of their patience.
  expect(receiver.at("/hangs").length - began).toBeLessThan(4);
  await until(async () =>
    (await deliveries(hanging.id)).deliveries.nodes.some((one: { tries: object[] }) => one.tries.length > 0),
  );
  await command("removeWebhook", { webhookId: hanging.id });
});

test("private addresses, plain http and credentials are refused; a name that leads inside is not visited", async () => {
  const refused = async (url: string) => (await command("registerWebhook", { url, description: "x" })).errors;
  expect(await refused("http://edunum.example.org/x")).toMatchObject([{ code: "NOT_HTTPS", field: "url" }]);
  expect(await refused("https://192.168.1.4/x")).toMatchObject([{ code: "PRIVATE_ADDRESS" }]);
  expect(await refused("https://localhost/x")).toMatchObject([{ code: "PRIVATE_ADDRESS" }]);
  expect(await refused("https://a:b@edunum.example.org/x")).toMatchObject([{ code: "CREDENTIALS_IN_ADDRESS" }]);
  expect(await refused("x")).toMatchObject([{ code: "NOT_AN_ADDRESS" }]);
});

test("programs are the editors' business", async () => {
  for (const actor of [claire, programme, visitor]) {
    const input = { url: "https://edunum.example.org/x", description: "x" };
    expect((await command("registerWebhook", input, actor)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
    expect(await it.query(actor, "{ webhooks { id } }")).toEqual({ webhooks: null });
  }
  const { webhooks } = await it.query(sylvie, "{ webhooks { description owner { id } } }");
  expect(webhooks[0]).toMatchObject({ owner: { id: "sylvie" } });
});
