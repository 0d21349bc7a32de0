import type { Service } from "@trame/kit/service";
import { type Context, contextWith, type Outside } from "./context.ts";
import { type Db, openDatabase, type Tx } from "./database.ts";
import { oaiRoutes } from "./oai/routes.ts";
import { events, follows, reactions } from "./reactions.ts";
import { recordRoutes } from "./records/routes.ts";
import { resolvers } from "./resolvers/index.ts";
import { sitemapRoutes } from "./sitemap.ts";
import { loadVocabularies } from "./vocabularies.ts";

/** The table of contents of this service. */
export const serviceWith = ({
  oaiContact,
  ...outside
}: Outside & { oaiContact?: string }): Service<Tx, Db, Context, typeof events> => ({
  name: "scenarios",
  schema: new URL("../schema.graphql", import.meta.url),
  resolvers,
  openDatabase,
  context: contextWith(outside),
  follows,
  events,
  reactions,
  projections: ["campaign", "theme", "project", "discipline", "academy", "mandate", "person"],
  due: {},
  prepare: loadVocabularies,
  routes: (http, base) => {
    sitemapRoutes(http, base);
    recordRoutes(http, base);
    oaiRoutes(http, base, { contact: oaiContact });
  },
});
