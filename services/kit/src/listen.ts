import pg from "pg";
import type { Running } from "./event-log.ts";
import type { Logger } from "./log.ts";
import { startLoop } from "./loop.ts";

/**
 * LISTEN on a connection of its own, opened again when it is lost. Calls back after each (re)connection as well, without
 * a payload: what was said meanwhile was not heard.
 */
export function listen(options: {
  databaseUrl: string;
  channels: string[];
  onNotify(payload?: string): void;
  logger: Logger;
}): Running {
  const { databaseUrl, channels, onNotify, logger } = options;
  let client: pg.Client | undefined;
  const loop = startLoop({
    pollMs: 60_000,
    logger,
    async work(running) {
      if (client || !running()) return;
      const opened = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
      opened.on("notification", ({ payload }) => onNotify(payload));
      opened.on("error", () => {});
      opened.on("end", () => {
        if (client !== opened) return;
        client = undefined;
        loop.wake();
      });
      try {
        await opened.connect();
        for (const channel of channels) await opened.query(`listen ${channel}`);
      } catch (error) {
        await opened.end().catch(() => {});
        throw error;
      }
      client = opened;
      onNotify();
    },
  });
  return {
    async stop() {
      await loop.stop();
      const open = client;
      client = undefined;
      await open?.end().catch(() => {});
    },
  };
}
