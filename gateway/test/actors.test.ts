import { silentLogger } from "@trame/kit/log";
import { createActors } from "../src/actors.ts";
import type { SubgraphAnswer } from "../src/subgraph-client.ts";

const subject = { issuer: "https://id.example", subject: "claire" };
const identity = (role: string) => ({
  data: { identity: { personId: "p", name: "Claire", mandates: [{ role, academyCode: null }] } },
});

function setUp(answers: (() => SubgraphAnswer)[]) {
  const clock = { at: 0 };
  let asked = 0;
  let signed = 0;
  const actors = createActors({
    people: { send: async () => (answers[asked++] ?? answers.at(-1))?.() ?? {} },
    sign: async () => `token ${++signed}`,
    logger: silentLogger,
    now: () => clock.at,
  });
  return { clock, actors, asked: () => asked };
}

const away = () => {
  throw new Error("people is away");
};

test("an answer holds for a minute", async () => {
  const { clock, actors, asked } = setUp([() => identity("PILOT"), () => identity("EXPERT")]);
  expect((await actors.of(subject))?.mandates).toEqual([{ role: "PILOT" }]);
  clock.at = 59_999;
  expect((await actors.of(subject))?.mandates).toEqual([{ role: "PILOT" }]);
  expect(asked()).toBe(1);
  clock.at = 60_001;
  expect((await actors.of(subject))?.mandates).toEqual([{ role: "EXPERT" }]);
});

test("the last answer holds while people is away, and people is not asked at every request", async () => {
  const { clock, actors, asked } = setUp([() => identity("PILOT"), away]);
  await actors.of(subject);
  clock.at = 120_000;
  expect((await actors.of(subject))?.personId).toBe("p");
  expect((await actors.of(subject))?.personId).toBe("p");
  expect(asked()).toBe(2);
});

test("whether somebody is known stays open when people never answered", async () => {
  const { actors } = setUp([away]);
  expect(await actors.of(subject)).toBeUndefined();
});

test("somebody unknown is asked about again after ten seconds", async () => {
  const { clock, actors } = setUp([() => ({ data: { identity: null } }), () => identity("PILOT")]);
  expect(await actors.of(subject)).toBeNull();
  clock.at = 10_001;
  expect((await actors.of(subject))?.personId).toBe("p");
});

test("an actor's token is signed once in half its life", async () => {
  const { clock, actors } = setUp([() => identity("PILOT")]);
  const actor = await actors.of(subject);
  if (!actor) throw new Error("nobody");
  const first = await actors.token(actor);
  clock.at = 29_999;
  expect(await actors.token(actor)).toBe(first);
  clock.at = 30_001;
  expect(await actors.token(actor)).not.toBe(first);
});
