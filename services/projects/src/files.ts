import type { FileRules } from "@trame/kit/files/check";
import { fileRoutes } from "@trame/kit/files/routes";
import type { Scanner } from "@trame/kit/files/scan";
import { DOCUMENTS } from "@trame/kit/files/types";
import type { ActorOf, ServiceBase } from "@trame/kit/service";
import type { FastifyInstance } from "fastify";
import type { Db } from "./database.ts";
import { isSpecificationPublic } from "./domain/specification.ts";
import { policy } from "./policy.ts";
import { mayReadSpecification } from "./store/access.ts";
import { toCampaign } from "./store/campaigns.ts";

export const FILES = "/files/projects";

export const FILE_RULES: FileRules = {
  largest: 10 * 1024 * 1024,
  types: [DOCUMENTS.pdf, DOCUMENTS.odt, DOCUMENTS.docx],
};

/** `/files/projects`: the campaigns' cahiers des charges, deposited by the programme office, everybody's once the call is open. */
export function specificationFiles(
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
    mayDeposit: (actor) => policy.may(actor, "reviseCampaign"),
    readable: async (actor, { holder }) => {
      const row = await db.campaign.findUnique({ where: { id: holder.replace(/^campaign\//, "") } });
      if (!row) return "unknown";
      const campaign = toCampaign(row);
      const at = clock.now();
      if (isSpecificationPublic(campaign, at)) return "public";
      return mayReadSpecification(actor, campaign, at) ? "private" : "unknown";
    },
  });
}
