import type { ActorOf, ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Db } from "./database.ts";
import { documentRoutes } from "./document-routes.ts";
import { toICalendar } from "./icalendar.ts";
import { mayReadFacts, mayReadInside } from "./store/access.ts";
import { type Calendar, calendarAt, calendarOf } from "./store/calendar-entries.ts";
import { addressByToken } from "./store/calendars.ts";
import { createLoaders } from "./store/loaders.ts";

type File = { Params: { file: string } };

const nameOf = (file: string) => /^([\w-]{8,64})\.ics$/.exec(file)?.[1] ?? "";

/** The addresses of this service besides the graph: documents, and calendars by a token or for one meeting. */
export function routes(http: FastifyInstance, base: ServiceBase<Db>, actorOf: ActorOf): void {
  documentRoutes(http, base, actorOf);
  const { db, clock, origin } = base;
  const send = (reply: FastifyReply, calendar: Calendar, file: string) =>
    reply
      .type("text/calendar; charset=utf-8; method=PUBLISH")
      .header("content-disposition", `inline; filename="${file}.ics"`)
      .header("cache-control", "private, no-store")
      .header("x-robots-tag", "noindex")
      .send(toICalendar(calendar, origin, clock.now()));

  http.get<File>("/calendars/:file", async ({ params }, reply) => {
    const address = await addressByToken(db, nameOf(params.file));
    if (!address) return unknown(reply);
    return send(reply, await calendarAt(db, address, clock.now()), "trame");
  });

  http.get<File>("/calendars/meetings/:file", async (request, reply) => {
    const actor = await actorOf(request);
    const load = createLoaders({ db, actor });
    const [meeting, academies] = await Promise.all([load.meeting.load(nameOf(request.params.file)), load.academies()]);
    // What is only planned does not exist for outsiders.
    if (!meeting || !mayReadFacts(actor, academies, meeting)) return unknown(reply);
    const reader = { personId: actor.personId ?? null, inside: mayReadInside(actor, academies, meeting) };
    return send(reply, await calendarOf(db, meeting, reader), `reunion-${meeting.id.slice(0, 8)}`);
  });
}

const unknown = (reply: FastifyReply) =>
  reply.code(404).type("text/plain; charset=utf-8").send("Cet agenda n'existe pas, ou son adresse a été retirée.\n");
