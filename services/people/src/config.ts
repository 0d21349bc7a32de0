import { readConfig } from "@trame/kit/config";
import { z } from "zod";

/** What people reads besides what every subgraph reads. */
export function readSites(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { TRAME_SITES_STANDIN, TRAME_SITES } = readConfig(
    {
      /** Host that serves copies of the academies' open sites, e.g. localhost:4030. */
      TRAME_SITES_STANDIN: z.string().optional(),
      /** The same, as the address that the supervisor gives to all. */
      TRAME_SITES: z.url().optional(),
    },
    env,
  );
  return TRAME_SITES_STANDIN ?? (TRAME_SITES ? new URL(TRAME_SITES).host : undefined);
}
