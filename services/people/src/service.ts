import { systemCommand } from "@trame/kit/answer";
import type { Service } from "@trame/kit/service";
import { readSites } from "./config.ts";
import { type Context, context } from "./context.ts";
import { type Db, openDatabase, type Tx } from "./database.ts";
import { readAcademies } from "./nomenclature.ts";
import { events, follows, reactions } from "./reactions.ts";
import { resolvers } from "./resolvers/index.ts";
import { recordAcademies } from "./store/academies.ts";
import { beginSweeps } from "./store/retention.ts";
import { due } from "./time.ts";

/** The table of contents of this service. */
export const service: Service<Tx, Db, Context, typeof events> = {
  name: "people",
  schema: new URL("../schema.graphql", import.meta.url),
  resolvers,
  openDatabase,
  context,
  follows,
  events,
  reactions,
  projections: ["theme", "project", "discipline", "participation_fact", "participation_source"],
  due,
  async prepare({ db, clock }) {
    await recordAcademies(db, systemCommand("people", clock.now()), readAcademies(readSites()));
    await beginSweeps(db, clock.now());
  },
};
