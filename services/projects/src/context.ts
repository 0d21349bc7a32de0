import type { RequestBase } from "@trame/kit/service";
import type { Db } from "./database.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface Context extends RequestBase<Db> {
  load: Loaders;
}

export const context = (base: RequestBase<Db>): Context => ({
  ...base,
  load: createLoaders(base.db, base.actor.personId),
});
