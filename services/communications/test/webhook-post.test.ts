import { post } from "../src/webhooks/post.ts";
import { openReceiver } from "./receiver.ts";

let receiver: Awaited<ReturnType<typeof openReceiver>>;
beforeAll(async () => {
  receiver = await openReceiver();
});
afterAll(() => receiver.close());

const send = (url: string, allow: string[] = [], addresses = ["127.0.0.1"]) => {
  let asked = 0;
  const resolve = async () => {
    asked++;
    // Rebinding: public when it is checked, inside when it would be asked again.
    return asked === 1 ? addresses : ["127.0.0.1"];
  };
  return post(url, { "content-type": "text/plain" }, "x", { resolve, allow, totalMs: 300 }).then((attempt) => ({
    attempt,
    asked,
  }));
};

test("a name that leads to a private address is not visited", async () => {
  const { port } = new URL(receiver.url("/"));
  const { attempt } = await send(`http://inside.example.org:${port}/a`);
  expect(attempt).toMatchObject({ status: null, answer: expect.stringContaining("réseau privé") });
  const mixed = await send(`http://mixed.example.org:${port}/a`, [], ["192.0.43.8", "127.0.0.1"]);
  expect(mixed.attempt.status).toBeNull();
  expect(receiver.received).toEqual([]);
});

test("what was checked is what is visited: the name is asked once", async () => {
  const { port } = new URL(receiver.url("/"));
  const { attempt, asked } = await send(`http://rebound.example.org:${port}/a`, [], ["192.0.43.8"]);
  expect([attempt.status, asked]).toEqual([null, 1]);
  const allowed = await send(`http://ours.example.org:${port}/a`, [`ours.example.org:${port}`]);
  expect([allowed.attempt.status, allowed.asked]).toEqual([204, 1]);
  expect(receiver.received).toHaveLength(1);
});

test("no redirect is followed, and an answer without end is not read to it", async () => {
  receiver.answers("/moved", (to) => to.writeHead(302, { location: "/a" }).end());
  receiver.answers("/endless", (to) => {
    const timer = setInterval(() => to.write("a".repeat(10_000)), 5);
    to.on("close", () => clearInterval(timer));
  });
  const { port } = new URL(receiver.url("/"));
  const ours = (path: string) => send(`http://ours.example.org:${port}${path}`, [`ours.example.org:${port}`]);
  expect((await ours("/moved")).attempt.status).toBe(302);
  expect((await ours("/endless")).attempt).toMatchObject({ status: 200, answer: "a".repeat(500) });
});
