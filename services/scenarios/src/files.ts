import type { Actor } from "@trame/kit/actor";
import type { FileRules } from "@trame/kit/files/check";
import { fileRoutes, type Readable } from "@trame/kit/files/routes";
import type { Scanner } from "@trame/kit/files/scan";
import { ARCHIVE, DOCUMENTS, IMAGES, MEDIA, PLAIN_TEXT } from "@trame/kit/files/types";
import type { ActorOf, ServiceBase } from "@trame/kit/service";
import type { FastifyInstance } from "fastify";
import type { Db } from "./database.ts";
import { isInsider } from "./store/access.ts";
import { previewedBy } from "./store/preview.ts";
import { toScenario } from "./store/scenarios.ts";
import { holderOf } from "./store/writing.ts";

export const FILES = "/files/scenarios";

/** A film belongs on a video platform: it is linked. */
export const FILE_RULES: FileRules = {
  largest: 25 * 1024 * 1024,
  types: [...Object.values(IMAGES), ...Object.values(DOCUMENTS), ...Object.values(MEDIA), ARCHIVE, PLAIN_TEXT],
};

/** `/files/scenarios`: the files of resources, deposited by those who write, read by whoever reads the scenario. */
export function resourceFiles(
  http: FastifyInstance,
  { db, clock }: ServiceBase<Db>,
  { actorOf, scan }: { actorOf: ActorOf; scan?: Scanner },
): void {
  fileRoutes(http, {
    prefix: FILES,
    db,
    clock,
    actorOf,
    rules: FILE_RULES,
    scan,
    mayDeposit: ({ mandates }) => mandates.length > 0,
    readable: async (actor, { holder }, secret) => {
      const found = await readable(db, actor, holder);
      const shown = found === "unknown" && secret ? await previewedBy(db, secret, clock.now()) : null;
      return shown && holderOf(shown) === holder ? "private" : found;
    },
  });
}

async function readable(db: Db, actor: Actor, holder: string): Promise<Readable> {
  const row = await db.scenario.findUnique({ where: { id: holder.replace(/^scenario\//, "") } });
  if (!row) return "unknown";
  const scenario = toScenario(row);
  if (scenario.state === "PUBLISHED") return "public";
  if (isInsider(actor, await db.academy.findMany(), scenario)) return "private";
  return scenario.state === "WITHDRAWN" ? "gone" : "unknown";
}
