import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { silentLogger } from "@trame/kit/log";
import { guard } from "@trame/kit/testing/guard";
import Fastify, { type FastifyInstance } from "fastify";
import { routesWith } from "../src/routes.ts";
import { startWebhooks } from "../src/webhooks/sender.ts";
import { communications, known, ORIGIN, sylvie, type Tested } from "./examples.ts";

let it: Tested;
let http: FastifyInstance;
let port: number;
const folder = mkdtempSync(join(tmpdir(), "trame-subscriber-"));

beforeAll(async () => {
  port = await freePort();
  it = await communications([`127.0.0.1:${port}`]);
  await known(it);
  http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger: silentLogger });
  await http.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await http.close();
  await it.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address() as { port: number };
  server.close();
  return free;
}

async function subscriber(secret: string) {
  const { port: ours } = http.server.address() as { port: number };
  const child: ChildProcess = spawn(process.execPath, [join(__dirname, "../../../docs/examples/subscriber.mjs")], {
    env: {
      ...process.env,
      TRAME_ORIGIN: `http://127.0.0.1:${ours}`,
      WEBHOOK_SECRET: secret,
      PORT: String(port),
      STATE: join(folder, "cursor"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const watch = guard(child.pid ?? 0, "KILL");
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  const until = async (words: string) => {
    while (!said.includes(words)) await pause(10);
  };
  await until("ready");
  return {
    until,
    said: () => said.split("\n").filter(Boolean),
    async stop() {
      child.kill();
      await once(child, "exit");
      watch.release();
    },
  };
}

test("the subscriber of the documentation is told by webhook, and after an absence reads what it missed", async () => {
  const query = `mutation($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { secret } errors { code } } }`;
  const input = { url: `http://127.0.0.1:${port}/`, description: "Exemple" };
  const { webhook } = (await it.query(sylvie, query, { input })).registerWebhook;
  const sender = startWebhooks({
    ...{ db: it.db, clock: { now: () => new Date() }, logger: silentLogger },
    ...{ allow: [`127.0.0.1:${port}`], pollMs: 20, totalMs: 2_000 },
  });
  await it.hearsScenario("before");
  const first = await subscriber(webhook.secret);
  await first.until("published\tScénario before");
  await it.hearsScenario("told");
  await first.until("published\tScénario told");
  const forged = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: "{}" });
  expect(forged.status).toBe(401);
  await first.stop();
  await it.hearsScenario("missed");
  await it.hearsWithdrawal("told");
  await sender.stop();
  const second = await subscriber(webhook.secret);
  expect(second.said()).toEqual([
    expect.stringMatching(/^published\tScénario missed/),
    expect.stringMatching(/^withdrawn\tScénario told/),
    "ready",
  ]);
  await second.stop();
}, 30_000);
