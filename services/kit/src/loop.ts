import type { Running } from "./event-log.ts";
import type { Logger } from "./log.ts";

/** A piece of work done again and again: at once when woken, else after a pause; slower while it fails. */
export interface LoopOptions {
  pollMs: number;
  logger: Logger;
  work(running: () => boolean): Promise<void>;
}

export interface Loop extends Running {
  wake(): void;
}

const LONGEST_PAUSE_MS = 10_000;

export function startLoop({ pollMs, logger, work }: LoopOptions): Loop {
  let running = true;
  let woken = false;
  let failures = 0;
  let endPause = () => {};

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (running) {
      woken = false;
      try {
        await work(() => running);
        failures = 0;
      } catch (error) {
        failures++;
        if (running) logger.warn({ err: error, failures }, "will try again");
      }
      if (!running) return;
      if (failures > 0) await pause(backOff(failures));
      else if (!woken) await pause(pollMs);
    }
  }

  // Not at once: the work may name the very loop that is being returned.
  const done = Promise.resolve().then(run);
  return {
    wake() {
      woken = true;
      // After a failure the pause is the point: a busy writer must not turn it into a storm.
      if (failures === 0) endPause();
    },
    async stop() {
      running = false;
      endPause();
      await done;
    },
  };
}

/** 100 ms, doubled with each failure, up to 10 s. */
export const backOff = (failures: number) => Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(failures - 1, 10));
