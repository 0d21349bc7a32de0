import type { RequestBase } from "@trame/kit/service";
import type { Db } from "./database.ts";
import type { VisitPort } from "./open-address.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface Context extends RequestBase<Db> {
  load: Loaders;
  /** Goes and looks at an address, anonymously (R68). */
  visit: VisitPort;
  /** Where a stand-in shows the academies' sites, in development. */
  standIn?: string;
}

/** What the process brings besides the request. */
export type Outside = Pick<Context, "visit" | "standIn">;

export const contextWith =
  (outside: Outside) =>
  (base: RequestBase<Db>): Context => ({ ...base, ...outside, load: createLoaders(base.db, base.actor) });
