import { pdfOf } from "@trame/kit/pdf";
import type { ActorOf, ServiceBase } from "@trame/kit/service";
import type { FastifyInstance } from "fastify";
import type { Db } from "./database.ts";
import { receiptOf } from "./receipt.ts";
import { mayRead } from "./store/access.ts";
import { createLoaders } from "./store/loaders.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The addresses of this service besides the graph: an application's receipt, for those who may read it. */
export function routes(http: FastifyInstance, { db, clock }: ServiceBase<Db>, actorOf: ActorOf): void {
  http.get<{ Params: { file: string } }>("/recepisses/candidatures/:file", async (request, reply) => {
    const id = /^(.+)\.pdf$/.exec(request.params.file)?.[1] ?? "";
    const actor = await actorOf(request);
    const load = createLoaders(db, actor.personId);
    const application = UUID.test(id) ? await load.application.load(id) : null;
    const review = application && (await load.myReview.load(id));
    if (!application?.submitted)
      return reply.code(404).type("text/plain; charset=utf-8").send("Récépissé introuvable.");
    if (!mayRead(actor, await load.academies(), application, review)) {
      return reply.code(403).type("text/plain; charset=utf-8").send("Vous n'avez pas le droit de lire ce récépissé.");
    }
    const [theme, campaign, academies] = await Promise.all([
      load.theme.load(application.themeId),
      load.campaign.load(application.campaignId),
      load.academies(),
    ]);
    const academy = academies.find(({ code }) => code === application.academyCode)?.label ?? application.academyCode;
    const about = { academy, theme: theme?.title ?? "", campaign: campaign?.label ?? "", at: clock.now() };
    const pdf = await pdfOf(receiptOf(application, about));
    return reply
      .type("application/pdf")
      .header("content-disposition", `inline; filename="recepisse-${id}.pdf"`)
      .header("cache-control", "private, no-store")
      .send(pdf);
  });
}
