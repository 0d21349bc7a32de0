import { z } from "zod";

/** What this service reads besides what every subgraph reads. */
export const outside = {
  /** Scanner of deposited files: icap://host:1344/service, or http(s)://… ; none when absent. */
  FILE_SCAN_URL: z.url().optional(),
};
