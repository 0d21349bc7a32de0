import { z } from "zod";

/** What this service reads besides what every subgraph reads. */
export const outside = {
  /** host:port, comma-separated: may be visited although private. */
  TRAME_FETCH_ALLOW: z.string().default(""),
  /** Base of the stand-in for the academies' sites: <base>/<host>/<path>. Development and tests only. */
  TRAME_SITES: z.url().optional(),
  /** Scanner of deposited files: icap://host:1344/service, or http(s)://… ; none when absent. */
  FILE_SCAN_URL: z.url().optional(),
  /** Address of whoever answers harvesters' questions, told by /oai; contact@<the origin's name> when absent. */
  OAI_CONTACT: z.email().optional(),
};
