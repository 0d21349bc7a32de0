import { type PdfText, pdfOf } from "@trame/kit/pdf";
import type { ActorOf, ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import { attestationOf } from "./attestation.ts";
import type { Db } from "./database.ts";
import { receiptOf } from "./receipt.ts";
import { mayRead, mayReadPayLines } from "./store/access.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type File = { Params: { file: string } };

/** The addresses of this service besides the graph: documents, for those who may read what they tell. */
export function routes(http: FastifyInstance, { db, clock }: ServiceBase<Db>, actorOf: ActorOf): void {
  http.get<File>("/recepisses/candidatures/:file", async (request, reply) => {
    const id = idOf(request.params.file);
    const actor = await actorOf(request);
    const load = createLoaders(db, actor.personId);
    const application = id ? await load.application.load(id) : null;
    if (!application?.submitted) return say(reply, 404, "Récépissé introuvable.");
    const review = await load.myReview.load(application.id);
    if (!mayRead(actor, await load.academies(), application, review))
      return say(reply, 403, "Vous n'avez pas le droit de lire ce récépissé.");
    const about = { ...(await placeOf(load, application)), at: clock.now() };
    return sendPdf(reply, `recepisse-${id}`, receiptOf(application, about));
  });

  http.get<File>("/recepisses/versements/:file", async (request, reply) => {
    const id = idOf(request.params.file);
    const actor = await actorOf(request);
    const load = createLoaders(db, actor.personId);
    const instalment = id ? await load.instalment.load(id) : null;
    if (!instalment?.attested) return say(reply, 404, "Attestation introuvable.");
    if (!mayReadPayLines(actor, await load.academies(), instalment))
      return say(reply, 403, "Vous n'avez pas le droit de lire cette attestation.");
    const people = [instalment.attested.byId ?? "", ...instalment.lines.map(({ personId }) => personId)];
    const [place, project, persons] = await Promise.all([
      placeOf(load, instalment),
      load.project.load(instalment.projectId),
      db.person.findMany({ where: { id: { in: people } } }),
    ]);
    const names = new Map(persons.map(({ id: personId, displayName }) => [personId, displayName]));
    const about = { ...place, team: project?.title ?? "", names, at: clock.now() };
    return sendPdf(reply, `attestation-${id}`, attestationOf(instalment, about));
  });
}

function idOf(file: string): string | null {
  const id = /^(.+)\.pdf$/.exec(file)?.[1] ?? "";
  return UUID.test(id) ? id : null;
}

interface Place {
  themeId: string;
  campaignId: string;
  academyCode: string;
}

async function placeOf(load: Loaders, { themeId, campaignId, academyCode }: Place) {
  const [theme, campaign, academies] = await Promise.all([
    load.theme.load(themeId),
    load.campaign.load(campaignId),
    load.academies(),
  ]);
  const academy = academies.find(({ code }) => code === academyCode)?.label ?? academyCode;
  return { academy, theme: theme?.title ?? "", campaign: campaign?.label ?? "" };
}

const say = (reply: FastifyReply, status: number, message: string) =>
  reply.code(status).type("text/plain; charset=utf-8").send(message);

async function sendPdf(reply: FastifyReply, name: string, text: PdfText): Promise<FastifyReply> {
  return reply
    .type("application/pdf")
    .header("content-disposition", `inline; filename="${name}.pdf"`)
    .header("cache-control", "private, no-store")
    .send(await pdfOf(text));
}
