import type { Service } from "@trame/kit/service";
import { type Context, context } from "./context.ts";
import { type Db, openDatabase, type Tx } from "./database.ts";
import { events, follows, reactions } from "./reactions.ts";
import { resolvers } from "./resolvers/index.ts";
import { routes } from "./routes.ts";
import { ensureSeries } from "./store/newsletters.ts";

/** The table of contents of this service. The public origin begins every address that it tells. */
export const service = (origin: string): Service<Tx, Db, Context, typeof events> => ({
  name: "communications",
  schema: new URL("../schema.graphql", import.meta.url),
  resolvers,
  openDatabase,
  context,
  follows,
  events,
  reactions: reactions(origin),
  projections: ["theme", "project", "discipline", "academy", "person", "mandate"],
  due: {},
  prepare: ({ db }) => ensureSeries(db, []),
  routes,
});
