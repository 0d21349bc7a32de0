import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createCrew } from "../dev/crew.ts";
import { beginningOf } from "../dev/data-folder.ts";
import { allFreePorts } from "../dev/ports.ts";
import type { Program } from "../dev/process.ts";
import { typescript } from "../dev/programs.ts";
import { newFolder } from "./folders.ts";

const folder = newFolder("crew");

function fake(name: string, source: string, more: Partial<Program> = {}): Program {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, source);
  return {
    name,
    label: `le programme ${name}`,
    args: [file],
    cwd: folder,
    env: { PATH: process.env.PATH ?? "" },
    ...more,
  };
}

const IDLE = "setInterval(() => {}, 1000);";
const listening = (port: number) =>
  `import { createServer } from "node:http"; createServer((_, r) => r.end("ok")).listen(${port}, "127.0.0.1");`;
const isAlive = (pid: number) => beginningOf(pid) !== undefined;

async function untilGone(...pids: number[]): Promise<void> {
  for (const until = Date.now() + 10_000; pids.some(isAlive); await wait(50)) {
    if (Date.now() > until) throw new Error(`still running: ${pids.filter(isAlive)}`);
  }
}

test("a program is ready when its address answers", async () => {
  const { web } = await allFreePorts();
  const crew = createCrew(folder);
  const running = crew.start(fake("listens", listening(web), { readyUrl: `http://127.0.0.1:${web}/` }), 0);
  await running.ready();
  expect(isAlive(running.pid)).toBe(true);
  await crew.stop();
  expect(isAlive(running.pid)).toBe(false);
});

test("a program that dies while all start is named, with its last lines and its log", async () => {
  const crew = createCrew(folder);
  const other = crew.start(fake("other", IDLE), 0);
  crew.start(fake("dies", 'console.error("la base manque"); process.exit(3);'), 1);
  const start = crew.orTrouble(new Promise(() => {}));
  await expect(start).rejects.toThrow(
    /Le programme dies a pris fin \(code 3\)\. Journal : .*dies\.log\n {4}la base manque/,
  );
  await crew.stop();
  expect(isAlive(other.pid)).toBe(false);
});

test("a program that dies later is told; one that is killed on purpose is not", async () => {
  const deaths: string[] = [];
  const crew = createCrew(folder, { onDeath: (failure) => deaths.push(failure.message) });
  const one = crew.start(fake("one", IDLE), 0);
  const two = crew.start(fake("two", IDLE), 0);
  crew.isUp();
  two.kill("SIGKILL");
  await two.exited;
  process.kill(one.pid, "SIGKILL");
  await one.exited;
  expect(deaths).toHaveLength(1);
  expect(deaths[0]).toContain("Le programme one a pris fin (SIGKILL)");
  await crew.stop();
});

test("the higher waves stop first, and a program that does not listen is killed", async () => {
  const ended = join(folder, "ended");
  writeFileSync(ended, "");
  const says = (name: string) =>
    `import { appendFileSync } from "node:fs"; ${IDLE} process.on("SIGTERM", () => { appendFileSync(${JSON.stringify(ended)}, "${name} "); process.exit(0); }); process.send("up");`;
  const crew = createCrew(folder);
  crew.start(fake("base", says("base")), 0);
  crew.start(fake("front", says("front")), 1);
  const deaf = crew.start(fake("deaf", `process.on("SIGTERM", () => {}); ${IDLE}`, { grace: 300 }), 1);
  await wait(1000);
  await crew.stop();
  expect(readFileSync(ended, "utf8")).toBe("front base ");
  expect(isAlive(deaf.pid)).toBe(false);
});

test("what an aborted start has started is stopped, and nothing more is", async () => {
  const wish = new AbortController();
  const crew = createCrew(folder, { signal: wish.signal });
  const started = crew.start(fake("early", IDLE), 0);
  const errand = crew.run(fake("errand", IDLE));
  const start = crew.orTrouble(errand);
  wish.abort(new Error("Ctrl-C"));
  await expect(start).rejects.toThrow("Ctrl-C");
  await expect(errand).rejects.toThrow("Ctrl-C");
  await crew.stop();
  expect(isAlive(started.pid)).toBe(false);
  expect(() => crew.start(fake("late", IDLE), 0)).toThrow("Ctrl-C");
});

test("when the supervisor is killed its programs notice and end", async () => {
  const supervisor = join(folder, "supervisor.ts");
  writeFileSync(
    supervisor,
    `import { createCrew } from ${JSON.stringify(join(__dirname, "../dev/crew.ts"))};
     const programs = ${JSON.stringify([fake("child", IDLE), fake("deaf-child", `process.on("SIGTERM", () => {}); ${IDLE}`)])};
     const crew = createCrew(${JSON.stringify(folder)});
     process.send(programs.map((program) => crew.start(program, 0).pid));`,
  );
  const { fork } = await import("node:child_process");
  const parent = fork(supervisor, { execArgv: typescript("").slice(0, 2) });
  const pids = await new Promise<number[]>((resolve) =>
    parent.once("message", (message) => resolve(message as number[])),
  );
  await wait(500);
  expect(pids.every(isAlive)).toBe(true);
  parent.kill("SIGKILL");
  await untilGone(...pids);
});
