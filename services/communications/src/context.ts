import type { RequestBase } from "@trame/kit/service";
import type { Db } from "./database.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface Context extends RequestBase<Db> {
  load: Loaders;
  /** host:port to which programs may subscribe although private. */
  allow: readonly string[];
}

export const contextWith =
  (allow: readonly string[]) =>
  (base: RequestBase<Db>): Context => ({ ...base, load: createLoaders(base.db, base.at), allow });
