import { pipeline, Readable, Transform } from "node:stream";
import { attachment } from "@trame/kit/files/routes";
import type { ActorOf, ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Db } from "../database.ts";
import { isInsider } from "../store/access.ts";
import { EXPORT_FORMATS, keepExportSize } from "../store/exports.ts";
import { toScenario } from "../store/scenarios.ts";
import { EXPORTS, exported } from "./formats.ts";

/** `/scenarios/<slug>.pdf`, `.odt`, `.md` and `.zip`: a published scenario for everyone, a draft for its group. */
export function exportRoutes(http: FastifyInstance, { db, origin }: ServiceBase<Db>, actorOf: ActorOf): void {
  for (const format of EXPORT_FORMATS) {
    const { extension, type } = EXPORTS[format];
    http.get<{ Params: { slug: string } }>(`/scenarios/:slug.${extension}`, async (request, reply) => {
      const { slug } = request.params;
      const row = await db.scenario.findUnique({ where: { slug } });
      const scenario = row && toScenario(row);
      if (!scenario) return notice(reply, 404, "Scénario inconnu.\n");
      const isPublic = scenario.state === "PUBLISHED";
      if (!isPublic && !isInsider(await actorOf(request), await db.academy.findMany(), scenario)) {
        return scenario.state === "WITHDRAWN"
          ? notice(reply, 410, "Scénario retiré.\n")
          : notice(reply, 404, "Scénario inconnu.\n");
      }
      const body = Readable.from(exported(db, scenario, { format, origin }), { objectMode: false });
      return reply
        .type(type)
        .header("content-disposition", attachment(`${slug}.${extension}`))
        .header("x-content-type-options", "nosniff")
        .header("link", `<${origin}/scenarios/${slug}>; rel="canonical"`)
        .header("cache-control", isPublic ? "public, max-age=300" : "private, no-store")
        .send(isPublic ? weighed(body, (size) => keepExportSize(db, { scenarioId: scenario.id, format, size })) : body);
    });
  }
}

/** Whoever downloads tells the next reader what it weighs. */
function weighed(body: Readable, keep: (size: number) => Promise<void>): Readable {
  let size = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      keep(size).then(() => done(), done);
    },
  });
  // A reader who leaves, or a file that went meanwhile, ends both.
  return pipeline(body, counter, () => {});
}

const notice = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type("text/plain; charset=utf-8").header("x-content-type-options", "nosniff").send(text);
