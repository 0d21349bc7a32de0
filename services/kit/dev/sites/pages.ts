import { escapeHtml } from "../html.ts";

export interface Answer {
  status: number;
  html: string;
  headers?: Record<string, string>;
  delayMs?: number;
}

const ACADEMIES: Record<string, string> = {
  "ac-rennes.fr": "académie de Rennes",
  "ac-normandie.fr": "académie de Normandie",
  "ac-mayotte.fr": "académie de Mayotte",
};

/** What an academy's site would answer. The first part of the path says which kind of page it is. */
export function answerFor(host: string, path: string): Answer {
  const [kind = ""] = path.split("/");
  switch (kind) {
    case "ent":
      // A page that only members of the digital workspace can read: the open-address check refuses it.
      return { status: 302, html: "", headers: { location: `/${host}/cas/login?service=${encodeURIComponent(path)}` } };
    case "cas":
      return { status: 200, html: loginPage(host) };
    case "prive":
      return {
        status: 401,
        html: errorPage("Accès réservé"),
        headers: { "www-authenticate": 'Basic realm="Intranet"' },
      };
    case "absent":
      return { status: 404, html: errorPage("Page introuvable") };
    case "lent":
      return { status: 200, html: articlePage(host, path), delayMs: 8000 };
    default:
      return { status: 200, html: articlePage(host, path) };
  }
}

const document = (title: string, body: string) => `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:42rem;padding:1.5rem}header{border-bottom:1px solid #929292;margin-bottom:1.5rem}</style>
</head><body>${body}</body></html>`;

const errorPage = (title: string) => document(title, `<h1>${title}</h1>`);

function articlePage(host: string, path: string): string {
  const site = escapeHtml(ACADEMIES[host] ?? host);
  const subject = escapeHtml(
    path
      .split("/")
      .filter((part) => part !== "" && part !== "article")
      .slice(0, 1)
      .join(" "),
  );
  return document(
    `Scénario pédagogique – ${site}`,
    `<header><p>Site disciplinaire, ${site}</p></header>
<main><article><h1>Un scénario pédagogique des travaux académiques mutualisés${subject && ` : ${subject}`}</h1>
<p>Cette ressource a été produite par le groupe académique et testée en classe.</p>
<h2>Objectifs</h2><p>Les élèves travaillent en groupes, confrontent leurs démarches et rendent compte à l'oral.</p>
<h2>Déroulement</h2><ol><li>Découverte de la situation.</li><li>Recherche avec l'outil numérique.</li><li>Mise en commun et trace écrite.</li></ol>
<p>Licence : CC BY-SA 4.0.</p></article></main>
<footer><p>Page simulée pour le développement de Trame ; ce n'est pas un site de l'académie.</p></footer>`,
  );
}

const loginPage = (host: string) =>
  document(
    "Authentification",
    `<h1>Espace numérique de travail</h1><form method="post" action="/${escapeHtml(host)}/cas/login">
<p><label>Identifiant <input name="username" autocomplete="username"></label></p>
<p><label>Mot de passe <input type="password" name="password" autocomplete="current-password"></label></p>
<button type="submit">Se connecter</button></form>`,
  );
