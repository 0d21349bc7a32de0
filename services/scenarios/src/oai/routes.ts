import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Db } from "../database.ts";
import { answer, type Repository } from "./answer.ts";

const SIZES: Repository["sizes"] = { ListIdentifiers: 1_000, ListRecords: 200 };

interface Options {
  contact?: string;
  sizes?: Repository["sizes"];
}

/** `/oai`: the published scenarios for harvesters, by OAI-PMH 2.0, GET or POST. */
export function oaiRoutes(http: FastifyInstance, { db, origin }: ServiceBase<Db>, options: Options = {}): void {
  const contact = options.contact ?? `contact@${new URL(origin).hostname}`;
  const repository: Repository = { db, origin, contact, sizes: options.sizes ?? SIZES };
  const respond = async (reply: FastifyReply, parameters: URLSearchParams) =>
    reply
      .type("text/xml; charset=utf-8")
      .header("cache-control", "no-store")
      .header("x-content-type-options", "nosniff")
      .send(await answer(repository, parameters));

  http.register(async (here) => {
    here.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    here.get("/oai", (request, reply) => respond(reply, new URL(request.url, origin).searchParams));
    here.post<{ Body: URLSearchParams | undefined }>("/oai", ({ body }, reply) =>
      respond(reply, body instanceof URLSearchParams ? body : new URLSearchParams()),
    );
  });
}
