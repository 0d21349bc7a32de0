import type { Service } from "@trame/kit/service";
import { type Context, context } from "./context.ts";
import { type Db, openDatabase, type Tx } from "./database.ts";
import { events, follows, reactions } from "./reactions.ts";
import { resolvers } from "./resolvers/index.ts";
import { routes } from "./routes.ts";
import { due } from "./store/due.ts";

/** The table of contents of this service. */
export const service: Service<Tx, Db, Context, typeof events> = {
  name: "meetings",
  schema: new URL("../schema.graphql", import.meta.url),
  resolvers,
  openDatabase,
  context,
  follows,
  events,
  reactions,
  projections: ["theme", "project", "national_group", "academic_group", "academy", "person"],
  due,
  routes,
};
