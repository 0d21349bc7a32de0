import { expect } from "expect";

Object.assign(globalThis, { expect });
const { liveTheStory } = await import("../../../gateway/test/system/story.ts");
const { graphAt } = await import("../../../gateway/test/system/graph.ts");

import { execFileSync } from "node:child_process";

const tokens = new Map<string, string>();
const tokenFor = async (who: string) => {
  if (!tokens.has(who))
    tokens.set(
      who,
      execFileSync("node", ["services/kit/dev/bin/token.mjs", "--as", who], {
        cwd: "/work/main",
        env: { ...process.env, TRAME_DATA: "/tmp/full-trame" },
      })
        .toString()
        .trim(),
    );
  return tokens.get(who)!;
};
const t0 = Date.now();
const turn = process.argv[2] ?? "2030-2031";
const lived = await liveTheStory({
  origin: "http://localhost:4000",
  graph: graphAt("http://localhost:4000", tokenFor),
  openAddress: "http://localhost:4030/ac-rennes.fr/svt/article/42",
  now: async () => new Date((await (await fetch("http://localhost:4010/dev/clock")).json()).now),
  passTo: async (i: Date) => {
    await fetch("http://localhost:4010/dev/clock", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ now: i.toISOString() }),
    });
    await new Promise((r) => setTimeout(r, 700));
  },
  turn,
  between: async (s: string) => console.log(((Date.now() - t0) / 1000).toFixed(1), s),
});
console.log(lived);
