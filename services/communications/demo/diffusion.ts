import { channels } from "./channels.ts";
import type { Stage } from "./common.ts";
import { editions } from "./editions.ts";
import { institutions } from "./institutions.ts";
import { materials } from "./materials.ts";
import { modules } from "./modules.ts";
import { relays } from "./relays.ts";
import { syntheses } from "./syntheses.ts";
import { watch } from "./watch.ts";

/** From the autumn of 2019 to 18 May 2020: what the groups and the editors made known. */
export async function diffusion(demo: Stage): Promise<void> {
  await institutions(demo);
  await channels(demo);
  await materials(demo);
  await modules(demo);
  await watch(demo);
  await editions(demo);
  await relays(demo);
  await syntheses(demo);
}
