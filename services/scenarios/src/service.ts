import type { Scanner } from "@trame/kit/files/scan";
import { startFileSweep } from "@trame/kit/files/sweep";
import type { Service } from "@trame/kit/service";
import { type Context, contextWith, type Outside } from "./context.ts";
import { type Db, openDatabase, type Tx } from "./database.ts";
import { exportRoutes } from "./exports/routes.ts";
import { startWeighing } from "./exports/weigh.ts";
import { resourceFiles } from "./files.ts";
import { liveRoutes } from "./live/routes.ts";
import { oaiRoutes } from "./oai/routes.ts";
import { events, follows, reactions } from "./reactions.ts";
import { recordRoutes } from "./records/routes.ts";
import { resolvers } from "./resolvers/index.ts";
import { startSearchAlerts } from "./search-alerts.ts";
import { sitemapRoutes } from "./sitemap.ts";
import { loadVocabularies } from "./vocabularies.ts";
import { startAddressWatch } from "./watch.ts";

/** The table of contents of this service. */
export const serviceWith = ({
  oaiContact,
  scan,
  ...outside
}: Outside & { oaiContact?: string; scan?: Scanner }): Service<Tx, Db, Context, typeof events> => ({
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
  loops: (base) => [
    startFileSweep(base.db, base.logger),
    startWeighing(base),
    startSearchAlerts(base),
    ...startAddressWatch({ ...base, visit: outside.visit }),
  ],
  routes: (http, base, actorOf) => {
    sitemapRoutes(http, base);
    recordRoutes(http, base);
    exportRoutes(http, base, actorOf);
    resourceFiles(http, base, { actorOf, scan });
    oaiRoutes(http, base, { contact: oaiContact });
    liveRoutes(http, base, actorOf);
  },
});
