import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Db } from "./database.ts";
import { kindOf } from "./domain/notice-kinds.ts";
import { answerPrivately as answer, readForms } from "./forms.ts";
import * as pages from "./pages/unsubscribe.ts";
import { DIGEST } from "./store/mails.ts";
import { readToken, resumeMails, stopMails } from "./store/preferences.ts";
import { confirmReader, endReader, readerOf } from "./store/subscribers.ts";

type Asked = { Params: { token: string }; Body: URLSearchParams | undefined };

/**
 * Whoever holds the address of a mail's foot, or his or her mail program (RFC 8058: one POST that says so, without
 * signing in), stops the mails of that kind.
 */
export function unsubscribing(http: FastifyInstance, { db, clock }: ServiceBase<Db>): void {
  async function answerReader(reply: FastifyReply, token: string, resume: boolean) {
    const reader = await readerOf(db, token);
    if (!reader) return unknown(reply);
    await db.$transaction(async (tx) => {
      if (resume) await confirmReader(tx, token, new Date(), clock.now());
      else await endReader(tx, reader.id, new Date());
    });
    const shown = { token, ...READER };
    return answer(reply, 200, resume ? pages.resumedPage(shown) : pages.stoppedPage(shown));
  }

  http.register(async (here) => {
    readForms(here);
    here.get<Asked>("/desabonnement/:token", async ({ params: { token } }, reply) => {
      const known = await readToken(db, token);
      if (!known && (await readerOf(db, token))) return answer(reply, 200, pages.askPage({ token, ...READER }));
      return known ? answer(reply, 200, pages.askPage({ token, what: wordsFor(known.kind) })) : unknown(reply);
    });
    here.post<Asked>("/desabonnement/:token", async ({ params: { token }, body }, reply) => {
      const known = await readToken(db, token);
      const resume = body instanceof URLSearchParams && body.get("choix") === "reprendre";
      if (!known) return answerReader(reply, token, resume);
      await db.$transaction((tx) => (resume ? resumeMails(tx, known) : stopMails(tx, known)));
      const shown = { token, what: wordsFor(known.kind) };
      return answer(reply, 200, resume ? pages.resumedPage(shown) : pages.stoppedPage(shown));
    });
  });
}

const READER = { what: "la lettre Édu_Num", isReader: true };

const wordsFor = (kind: string): string => (kind === DIGEST ? "la lettre quotidienne" : kindOf(kind).label);

const unknown = (reply: FastifyReply) => answer(reply, 404, pages.unknownPage());
