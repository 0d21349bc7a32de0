import type { DevFailure } from "./failure.ts";
import { type Program, type Running, run, start } from "./process.ts";

/** The processes of one Trame: a part that dies by itself is everybody's trouble. */
export interface Crew {
  /** Parts of a higher wave are stopped first. */
  start(program: Program, wave: number): Running;
  /** Runs a program to its end; it is stopped with the others. */
  run(program: Program): Promise<void>;
  member(name: string): Member;
  /** The same promise, rejected at the first trouble: a part that died, or a start that is no longer wanted. */
  orTrouble<T>(work: Promise<T>): Promise<T>;
  /** From now on a part that dies is told to `onDeath`. */
  isUp(): void;
  signal: AbortSignal;
  stop(): Promise<void>;
}

export interface Member extends Running {
  wave: number;
}

interface CrewOptions {
  signal?: AbortSignal;
  onDeath?: (failure: DevFailure) => void;
}

export function createCrew(logsDir: string, { signal, onDeath }: CrewOptions = {}): Crew {
  const members = new Map<string, Member>();
  const errands = new Set<Promise<void>>();
  const trouble = new AbortController();
  const troubled = untilAborted(trouble.signal);
  troubled.catch(() => {});
  let up = false;
  let stopped: Promise<void> | undefined;
  const onTrouble = (failure: unknown) => trouble.abort(failure);
  const onAbort = () => onTrouble(signal?.reason);
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort);

  async function stopAll(): Promise<void> {
    signal?.removeEventListener("abort", onAbort);
    onTrouble(new Error("stopped"));
    await Promise.allSettled(errands);
    const waves = [...new Set([...members.values()].map(({ wave }) => wave))].sort((a, b) => b - a);
    for (const wave of waves) {
      const together = [...members.values()].filter((member) => member.wave === wave);
      await Promise.all(together.map((member) => member.stop()));
    }
  }

  return {
    signal: trouble.signal,
    start(program, wave) {
      trouble.signal.throwIfAborted();
      const running = start(program, logsDir, (failure) => (up ? onDeath?.(failure) : onTrouble(failure)));
      members.set(program.name, { ...running, wave });
      return running;
    },
    async run(program) {
      const errand = run(program, logsDir, trouble.signal);
      errands.add(errand);
      await errand.finally(() => errands.delete(errand));
    },
    member(name) {
      const member = members.get(name);
      if (!member) throw new Error(`no part is called ${name}`);
      return member;
    },
    orTrouble: (work) => Promise.race([work, troubled]),
    isUp() {
      trouble.signal.throwIfAborted();
      up = true;
    },
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
  };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
