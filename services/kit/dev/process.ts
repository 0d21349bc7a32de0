import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { capital, DevFailure } from "./failure.ts";

/** A Node program that the supervisor runs. */
export interface Program {
  name: string;
  /** How a message calls it: "le service des projets". */
  label: string;
  /** Arguments of node. */
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** Answers 200 when the program is ready; without one it is ready once started. */
  readyUrl?: string;
  /** Milliseconds that it is given to stop before SIGKILL. */
  grace?: number;
  /** Receives what it prints, line by line, besides its log file. */
  onLine?: (line: string) => void;
}

export interface Running {
  program: Program;
  pid: number;
  /** Resolves with the exit code when it is gone; never rejects. */
  exited: Promise<number | null>;
  hasExited(): boolean;
  ready(): Promise<void>;
  /** Sends a signal; its end is then no failure. */
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
  /** What to say of its end. */
  failure(how: string): DevFailure;
}

const orphan = new URL("orphan.mjs", import.meta.url).href;

/** Starts a program in a process group of its own, so that Ctrl-C reaches it through the supervisor, in order. */
export function start(program: Program, logsDir: string, onDeath?: (failure: DevFailure) => void): Running {
  const logFile = join(logsDir, `${program.name}.log`);
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, ["--import", orphan, ...program.args], {
    cwd: program.cwd,
    env: { ...program.env, TRAME_SUPERVISED: "1" },
    detached: true,
    stdio: ["ignore", program.onLine ? "pipe" : log, log, "ipc"],
  });
  closeSync(log);
  if (child.stdout) {
    createInterface(child.stdout).on("line", (line) => {
      appendFileSync(logFile, `${line}\n`);
      program.onLine?.(line);
    });
  }
  return watch(program, child, logFile, onDeath);
}

/** Runs a program to its end. */
export async function run(program: Program, logsDir: string, signal?: AbortSignal): Promise<void> {
  const running = start(program, logsDir);
  const abort = () => void running.stop();
  signal?.addEventListener("abort", abort);
  const code = await running.exited;
  signal?.removeEventListener("abort", abort);
  signal?.throwIfAborted();
  if (code !== 0) throw running.failure(`a échoué (code ${code})`);
}

function watch(program: Program, child: ChildProcess, logFile: string, onDeath?: (failure: DevFailure) => void) {
  let gone: string | undefined;
  let expected = false;
  const failure = (how: string) =>
    new DevFailure(`${capital(program.label)} ${how}. Journal : ${logFile}${lastLines(logFile)}`);
  const exited = new Promise<number | null>((resolve) => {
    const end = (how: string, code: number | null) => {
      gone = how;
      if (!expected) onDeath?.(failure(how));
      resolve(code);
    };
    child.once("error", (error) => end(`ne démarre pas (${error.message})`, null));
    child.once("exit", (code, signal) => end(`a pris fin (${signal ?? `code ${code}`})`, code));
  });
  const kill = (signal: NodeJS.Signals) => {
    expected = true;
    child.kill(signal);
  };
  const running: Running = {
    program,
    pid: child.pid ?? 0,
    exited,
    hasExited: () => gone !== undefined,
    failure,
    kill,
    async ready() {
      const until = performance.now() + 90_000;
      while (program.readyUrl && !(await answersOk(program.readyUrl))) {
        if (gone) throw failure(gone);
        if (performance.now() > until) throw failure("ne répond pas après 90 s");
        await wait(100);
      }
    },
    async stop() {
      kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), program.grace ?? 10_000);
      await exited;
      clearTimeout(late);
    },
  };
  return running;
}

const answersOk = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.arrayBuffer().then(() => response.ok),
    () => false,
  );

function lastLines(file: string, count = 12): string {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(-count);
  return lines.map((line) => (line === "" ? "" : `\n    ${line.slice(0, 400)}`)).join("");
}
