import type { Scanner } from "@trame/kit/files/scan";
import { startFileSweep } from "@trame/kit/files/sweep";
import type { Service } from "@trame/kit/service";
import { type Context, context } from "./context.ts";
import { type Db, openDatabase, type Tx } from "./database.ts";
import { specificationFiles } from "./files.ts";
import { loadDisciplines } from "./nomenclature.ts";
import { events, follows, reactions } from "./reactions.ts";
import { resolvers } from "./resolvers/index.ts";
import { routes } from "./routes.ts";
import { due } from "./store/due.ts";

/** The table of contents of this service. */
export const serviceWith = ({ scan }: { scan?: Scanner } = {}): Service<Tx, Db, Context, typeof events> => ({
  name: "projects",
  schema: new URL("../schema.graphql", import.meta.url),
  resolvers,
  openDatabase,
  context,
  follows,
  events,
  reactions,
  projections: ["academy", "mandate", "theme_readiness", "published_scenario", "person"],
  due,
  prepare: loadDisciplines,
  loops: ({ db, logger }) => [startFileSweep(db, logger)],
  routes: (http, base, actorOf) => {
    routes(http, base, actorOf);
    specificationFiles(http, base, { actorOf, scan });
  },
});
