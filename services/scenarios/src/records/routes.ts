import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance } from "fastify";
import type { Db } from "../database.ts";
import { describe, rowsToDescribe } from "./described.ts";
import { recordIdOf } from "./identifier.ts";
import { scolomfr } from "./scolomfr.ts";
import { documentOf } from "./xml.ts";

/** `/scenarios/<slug>.xml`: a published scenario as a record of ScoLOMFR. */
export function recordRoutes(http: FastifyInstance, { db, origin }: ServiceBase<Db>): void {
  http.get<{ Params: { slug: string } }>("/scenarios/:slug.xml", async ({ params: { slug } }, reply) => {
    const [row] = await rowsToDescribe(db, { slug });
    reply.header("x-content-type-options", "nosniff");
    if (row?.state === "WITHDRAWN") return reply.code(410).type("text/plain; charset=utf-8").send("Scénario retiré.\n");
    if (row?.state !== "PUBLISHED")
      return reply.code(404).type("text/plain; charset=utf-8").send("Scénario inconnu.\n");
    const [described] = await describe(db, origin, [row]);
    return reply
      .type("application/xml; charset=utf-8")
      .header("cache-control", "public, max-age=300")
      .send(described && documentOf(scolomfr(described, recordIdOf(origin, row.id))));
  });
}
