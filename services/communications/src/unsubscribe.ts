import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Db } from "./database.ts";
import { kindOf } from "./domain/notice-kinds.ts";
import * as pages from "./pages/unsubscribe.ts";
import { DIGEST } from "./store/mails.ts";
import { readToken, resumeMails, stopMails } from "./store/preferences.ts";

type Asked = { Params: { token: string }; Body: URLSearchParams | undefined };

/**
 * Whoever holds the address of a mail's foot, or his or her mail program (RFC 8058: one POST that says so, without
 * signing in), stops the mails of that kind.
 */
export function unsubscribing(http: FastifyInstance, { db }: ServiceBase<Db>): void {
  http.register(async (here) => {
    here.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    here.get<Asked>("/desabonnement/:token", async ({ params: { token } }, reply) => {
      const known = await readToken(db, token);
      return known ? answer(reply, 200, pages.askPage({ token, what: wordsFor(known.kind) })) : unknown(reply);
    });
    here.post<Asked>("/desabonnement/:token", async ({ params: { token }, body }, reply) => {
      const known = await readToken(db, token);
      if (!known) return unknown(reply);
      const resume = body instanceof URLSearchParams && body.get("choix") === "reprendre";
      await db.$transaction((tx) => (resume ? resumeMails(tx, known) : stopMails(tx, known)));
      const shown = { token, what: wordsFor(known.kind) };
      return answer(reply, 200, resume ? pages.resumedPage(shown) : pages.stoppedPage(shown));
    });
  });
}

const wordsFor = (kind: string): string => (kind === DIGEST ? "la lettre quotidienne" : kindOf(kind).label);

const unknown = (reply: FastifyReply) => answer(reply, 404, pages.unknownPage());

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The address is a secret: it is kept by nobody on the way, and told to no other site. */
const answer = (reply: FastifyReply, status: number, body: string) =>
  reply
    .code(status)
    .header("content-security-policy", POLICY)
    .header("referrer-policy", "no-referrer")
    .header("cache-control", "no-store")
    .header("x-content-type-options", "nosniff")
    .type("text/html; charset=utf-8")
    .send(body);
