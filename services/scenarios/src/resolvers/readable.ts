import type { Context } from "../context.ts";
import type { Scenario } from "../domain/scenario.ts";
import { isInsider, mayRead } from "../store/access.ts";

/** For references: what one may not read is not there. */
export async function readableOrNull({ actor, load }: Context, scenario: Scenario | null): Promise<Scenario | null> {
  return scenario && mayRead(actor, await load.academies(), scenario) ? scenario : null;
}

/** Reads also what is not public. */
export const sees = async ({ actor, load }: Context, scenario: Scenario): Promise<boolean> =>
  isInsider(actor, await load.academies(), scenario);
