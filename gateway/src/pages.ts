import type { FastifyReply, FastifyRequest } from "fastify";

export interface Notice {
  status: number;
  title: string;
  message: string;
  /** Where to go on. */
  link?: { href: string; label: string };
}

/** The gateway's own pages load and run nothing. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Says what happened: a page to a browser, a sentence to a program. The reference leads to the logs, never a stack. */
export function sendNotice(request: FastifyRequest, reply: FastifyReply, notice: Notice): FastifyReply {
  const { requestId } = request.trace;
  reply.code(notice.status).header("cache-control", "no-store");
  if (!request.headers.accept?.includes("text/html")) {
    return reply
      .type("text/plain; charset=utf-8")
      .send(`${notice.title}. ${notice.message} (référence ${requestId})\n`);
  }
  return reply.type("text/html; charset=utf-8").header("content-security-policy", POLICY).send(page(notice, requestId));
}

const page = (
  { title, message, link = { href: "/", label: "Retour à l'accueil" } }: Notice,
  reference: string,
) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} - Trame</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
small { opacity: .8; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(message)}</p>
<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>
<p><small>Référence à citer si vous signalez le problème : <code>${escapeHtml(reference)}</code></small></p>
</main>
</body>
</html>
`;

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
