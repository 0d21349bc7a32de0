import type { Actor } from "@trame/kit/actor";
import { type PdfText, pdfOf } from "@trame/kit/pdf";
import type { ActorOf, ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Db } from "./database.ts";
import { type About, certificateOf, convocationOf, signInSheet } from "./documents.ts";
import { type DocumentKind, isAttested, isConvoked } from "./domain/documents.ts";
import type { Meeting } from "./domain/meeting.ts";
import { policy } from "./policy.ts";
import { type AcademyRow, labelOf, zoneOf } from "./store/academies.ts";
import { mayReadFacts, scopeOf } from "./store/access.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";
import { leading } from "./store/sittings.ts";

type Document = { Params: { id: string; file: string } };

/** Documents of a meeting, for those who may have them. */
export function documentRoutes(http: FastifyInstance, { db, clock }: ServiceBase<Db>, actorOf: ActorOf): void {
  http.get<Document>("/documents/reunions/:id/:file", async (request, reply) => {
    const actor = await actorOf(request);
    const load = createLoaders({ db, actor });
    const kind = /^(emargement|convocation|attestation)\.pdf$/.exec(request.params.file)?.[1] as
      | DocumentKind
      | undefined;
    const [meeting, academies] = await Promise.all([load.meeting.load(request.params.id), load.academies()]);
    if (!meeting || !kind || !mayReadFacts(actor, academies, meeting)) return unknownDocument(reply);
    if (!mayHave(kind, meeting, actor, academies)) return notForYou(reply);
    const text = write[kind](meeting, actor.personId ?? "", await aboutOf(db, load, meeting, clock.now()));
    return reply
      .type("application/pdf")
      .header("content-disposition", `inline; filename="${kind}-${meeting.id.slice(0, 8)}.pdf"`)
      .header("cache-control", "private, no-store")
      .send(await pdfOf(text));
  });
}

const write: Record<DocumentKind, (meeting: Meeting, personId: string, about: About) => PdfText> = {
  emargement: (meeting, _, about) => signInSheet(meeting, about),
  convocation: convocationOf,
  attestation: certificateOf,
};

/** The sheet is for who leads the meeting; what names one person is that person's. */
function mayHave(kind: DocumentKind, meeting: Meeting, actor: Actor, academies: readonly AcademyRow[]): boolean {
  if (kind === "convocation") return isConvoked(meeting, actor.personId);
  if (kind === "attestation") return isAttested(meeting, actor.personId);
  return meeting.convened !== null && policy.may(actor, leading(meeting), scopeOf(academies, meeting));
}

async function aboutOf(db: Db, load: Loaders, meeting: Meeting, at: Date): Promise<About> {
  const persons = [meeting.convened?.byId ?? "", ...meeting.attendance.map(({ personId }) => personId)];
  const [theme, project, known, academies] = await Promise.all([
    load.theme.load(meeting.themeId),
    meeting.projectId ? load.project.load(meeting.projectId) : null,
    db.person.findMany({ where: { id: { in: persons } } }),
    load.academies(),
  ]);
  return {
    theme: theme?.title ?? "",
    team: project?.title ?? "",
    academy: meeting.academyCode ? labelOf(academies, meeting.academyCode) : "",
    timeZone: zoneOf(academies, meeting.academyCode),
    names: new Map(known.map(({ id, displayName }) => [id, displayName])),
    at,
  };
}

const say = (reply: FastifyReply, status: number, words: string) =>
  reply.code(status).type("text/plain; charset=utf-8").send(words);

const unknownDocument = (reply: FastifyReply) => say(reply, 404, "Ce document n'existe pas.\n");
const notForYou = (reply: FastifyReply) => say(reply, 403, "Ce document n'est pas pour vous.\n");
