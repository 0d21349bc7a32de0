import type { RequestBase } from "@trame/kit/service";
import type { Db } from "./database.ts";
import type { Accounts } from "./mastodon/accounts.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface Context extends RequestBase<Db> {
  load: Loaders;
  /** host:port to which programs may subscribe although private. */
  allow: readonly string[];
  /** Mastodon accounts on which this service may post. */
  accounts: Accounts;
}

export const contextWith =
  (allow: readonly string[], accounts: Accounts) =>
  (base: RequestBase<Db>): Context => ({ ...base, load: createLoaders(base.db, base.at), allow, accounts });
