import type { Running } from "../event-log.ts";
import type { Logger } from "../log.ts";
import { startLoop } from "../loop.ts";
import type { Sql } from "../sql.ts";
import { sweepFiles } from "./store.ts";

const HOUR_MS = 3_600_000;

/** Every hour, whatever nothing refers to any more. Any number of replicas: they delete the same rows. */
export const startFileSweep = (db: Sql, logger: Logger): Running =>
  startLoop({
    pollMs: HOUR_MS,
    logger,
    work: async () => {
      const gone = await sweepFiles(db);
      if (gone > 0) logger.info({ gone }, "files to which nothing referred");
    },
  });
