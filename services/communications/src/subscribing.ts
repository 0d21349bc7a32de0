import { Refusals } from "@trame/kit/refusal";
import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance } from "fastify";
import type { Db } from "./database.ts";
import type { Wishes } from "./domain/subscriber.ts";
import { answerPrivately as answer, readForms } from "./forms.ts";
import * as pages from "./pages/subscribe.ts";
import { chooseAsReader, confirmReader, readerOf, subscribe, toSubscriber } from "./store/subscribers.ts";

interface Asked {
  Params: { token: string };
  Body: URLSearchParams | undefined;
}

/** Readers subscribe, confirm and choose without an account, and without script. */
export function subscribing(http: FastifyInstance, { db, clock }: ServiceBase<Db>): void {
  http.register(async (here) => {
    readForms(here);
    here.get("/abonnement", async (_, reply) => answer(reply, 200, pages.subscribePage(await offeredBy(db))));
    here.post<Asked>("/abonnement", async ({ body }, reply) => {
      const form = body instanceof URLSearchParams ? body : new URLSearchParams();
      const filled = { email: form.get("email") ?? "", ...wishesOf(form) };
      // Only robots fill the field that nobody sees: they read the same page as everybody.
      if (form.get("website")) return answer(reply, 200, pages.askedPage());
      const asked = { email: filled.email, wishes: wishesOf(form), consents: form.get("consent") === "oui" };
      const refused = await refusedBy(() => db.$transaction((tx) => subscribe(tx, asked, new Date())));
      if (!refused) return answer(reply, 200, pages.askedPage());
      return answer(reply, 422, pages.subscribePage(await offeredBy(db), { ...filled, refusals: refused }));
    });
    here.get<Asked>("/abonnement/confirmer/:token", async ({ params: { token } }, reply) =>
      (await readerOf(db, token)) ? answer(reply, 200, pages.confirmPage(token)) : answer(reply, 404, pages.lostPage()),
    );
    here.post<Asked>("/abonnement/confirmer/:token", async ({ params: { token } }, reply) => {
      const reader = await db.$transaction((tx) => confirmReader(tx, token, new Date(), clock.now()));
      return reader ? answer(reply, 200, pages.confirmedPage(token)) : answer(reply, 404, pages.lostPage());
    });
    here.get<Asked>("/abonnement/preferences/:token", async ({ params: { token } }, reply) => {
      const reader = await readerOf(db, token);
      if (!reader) return answer(reply, 404, pages.lostPage());
      return answer(reply, 200, pages.choicesPage(token, await offeredBy(db), toSubscriber(reader)));
    });
    here.post<Asked>("/abonnement/preferences/:token", async ({ params: { token }, body }, reply) => {
      const wishes = wishesOf(body instanceof URLSearchParams ? body : new URLSearchParams());
      const reader = await readerOf(db, token);
      if (!reader) return answer(reply, 404, pages.lostPage());
      const refused = await refusedBy(() => db.$transaction((tx) => chooseAsReader(tx, token, wishes)));
      const filled = { ...toSubscriber(reader), ...wishes, refusals: refused ?? [] };
      const shown = pages.choicesPage(token, await offeredBy(db), filled, !refused);
      return answer(reply, refused ? 422 : 200, shown);
    });
  });
}

async function refusedBy(work: () => Promise<unknown>) {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusals) return error.refusals;
    throw error;
  }
}

const offeredBy = async (db: Db): Promise<pages.Offered> => ({
  series: await db.newsletter.findMany({
    orderBy: [{ kind: "desc" }, { title: "asc" }],
    select: { id: true, title: true },
  }),
  academies: await db.academy.findMany({ orderBy: { name: "asc" }, select: { code: true, name: true } }),
});

const wishesOf = (form: URLSearchParams): Wishes => ({
  function: form.get("function") ?? "",
  otherFunction: form.get("otherFunction")?.trim().slice(0, 200) || null,
  academyCode: form.get("academyCode") || null,
  newsletterIds: [...new Set(form.getAll("newsletterIds"))],
  frequency: form.get("frequency") ?? "EACH",
});
