import { type PdfPart, pdfOf } from "@trame/kit/pdf";
import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Db } from "./database.ts";
import { SECTIONS, type Synthesis, textsOf } from "./domain/synthesis.ts";
import { answerPrivately as answer, readForms } from "./forms.ts";
import * as pages from "./pages/synthesis.ts";
import { frenchDate } from "./pages/words.ts";
import { acknowledge, copyOf, markRead, titleOf } from "./store/distribution.ts";
import { toSynthesis } from "./store/syntheses.ts";

interface Asked {
  Params: { token: string };
  Body: URLSearchParams | undefined;
}

/** A synthesis as a document, for everybody, and the personal link of each recipient. */
export function reading(http: FastifyInstance, { db }: ServiceBase<Db>): void {
  http.get<{ Params: { id: string } }>("/syntheses/:id/document.pdf", async ({ params: { id } }, reply) => {
    const row = await db.synthesis.findUnique({ where: { id } });
    if (row?.state !== "DISTRIBUTED") return reply.code(404).type("text/plain; charset=utf-8").send("Introuvable.\n");
    const synthesis = toSynthesis(row);
    return reply
      .type("application/pdf")
      .header("content-disposition", `inline; filename="synthese-${id.slice(0, 8)}.pdf"`)
      .send(await documentOf(db, synthesis));
  });
  async function show(reply: FastifyReply, token: string) {
    const shown = await readingOf(db, token);
    if (!shown) return answer(reply, 404, pages.unknownCopyPage());
    return answer(reply, 200, shown.readAt ? pages.readingPage(shown) : pages.askPage(shown));
  }

  http.register(async (here) => {
    readForms(here);
    here.get<Asked>("/syntheses/lire/:token", async ({ params: { token } }, reply) => show(reply, token));
    here.post<Asked>("/syntheses/lire/:token", async ({ params: { token }, body }, reply) => {
      const form = body instanceof URLSearchParams ? body : new URLSearchParams();
      const now = new Date();
      await markRead(db, token, now);
      if (form.get("choix") === "recevoir") await acknowledge(db, token, form.get("receipt") ?? "", now);
      return show(reply, token);
    });
  });
}

async function readingOf(db: Db, token: string): Promise<pages.Reading | null> {
  const copy = await copyOf(db, token);
  const row = copy && (await db.synthesis.findUnique({ where: { id: copy.synthesisId } }));
  if (!row) return null;
  const { name, readAt, receivedAt } = copy;
  return { token, title: titleOf(toSynthesis(row)), address: `/syntheses/${row.id}`, name, readAt, receivedAt };
}

async function documentOf(db: Db, synthesis: Synthesis): Promise<Buffer> {
  const { facts, foreword, signatures, distributedAt, signedAt } = synthesis;
  const ids = [...signatures.map(({ personId }) => personId), ...(foreword ? [foreword.authorId] : [])];
  const names = new Map(
    (await db.person.findMany({ where: { id: { in: ids } } })).map(({ id, displayName }) => [id, displayName]),
  );
  const signed = signatures
    .map(({ personId }) => names.get(personId) ?? "")
    .filter(Boolean)
    .join(", ");
  const parts: PdfPart[] = [
    ...(foreword ? [{ heading: "Avant-propos" }, { paragraph: foreword.text }] : []),
    ...(foreword && names.get(foreword.authorId) ? [{ paragraph: names.get(foreword.authorId) ?? "" }] : []),
    ...(facts ? sectionsOf(synthesis) : []),
    ...(signed ? [{ heading: "Signature" }, { facts: [["Expert·e du thème", signed] as const] }] : []),
  ];
  const at = distributedAt ?? signedAt ?? synthesis.openedAt;
  return pdfOf({ title: titleOf(synthesis), subtitle: `Travaux académiques mutualisés, ${frenchDate(at)}`, parts, at });
}

function sectionsOf(synthesis: Synthesis): PdfPart[] {
  if (!synthesis.facts) return [];
  const texts = textsOf(synthesis, synthesis.facts);
  return SECTIONS.filter(({ code }) => texts[code].trim() !== "").flatMap(({ code, title }) => [
    { heading: title },
    { paragraph: texts[code] },
  ]);
}
