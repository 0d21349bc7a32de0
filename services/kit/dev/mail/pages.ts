import { escapeHtml } from "../html.ts";
import type { Kept } from "./mailbox.ts";

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #929292;padding:.5rem;text-align:left;vertical-align:top}
pre{white-space:pre-wrap;border:1px solid #929292;padding:1rem}iframe{width:100%;height:40rem;border:1px solid #929292;background:#fff}
@media(max-width:40rem){thead{position:absolute;left:-100vw}tr{display:block;border-bottom:1px solid #929292;padding:.5rem 0}td{display:block;border:0;padding:.125rem 0}}`;

const page = (title: string, body: string) => `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

const clock = (at: Date) => at.toLocaleTimeString("fr-FR", { timeStyle: "medium", timeZone: "Europe/Paris" });

/** The latest first; the hour is the real one. */
export const listPage = (mails: readonly Kept[], received: number): string =>
  page(
    "Boîte de développement",
    `<h1>Boîte de développement</h1>
<p>Les courriels que Trame aurait envoyés : rien ne sort de cette machine. ${received} reçu${received > 1 ? "s" : ""} depuis le démarrage. <a href="/">Actualiser</a></p>
${
  mails.length === 0
    ? "<p>Aucun courriel pour le moment.</p>"
    : `<table><thead><tr><th scope="col">Objet</th><th scope="col">À</th><th scope="col">Reçu</th></tr></thead><tbody>
${mails.map(row).join("\n")}
</tbody></table>`
}`,
  );

const row = ({ number, subject, to, at }: Kept) =>
  `<tr><td><a href="/courriels/${number}">${escapeHtml(subject)}</a></td><td>${escapeHtml(to)}</td><td>${clock(at)}</td></tr>`;

/** The HTML is shown as a mail program would: in a frame of its own, without scripts. Its links open outside. */
export const mailPage = ({ subject, from, to, html, text, headers }: Kept): string =>
  page(
    subject,
    `<p><a href="/">Tous les courriels</a></p>
<h1>${escapeHtml(subject)}</h1>
<p>De ${escapeHtml(from)}<br>À ${escapeHtml(to)}</p>
${html ? `<h2>Mise en forme</h2><iframe title="Le courriel" sandbox="allow-popups" srcdoc="${escapeHtml(linksOutside(html))}"></iframe>` : ""}
<h2>Texte</h2><pre>${escapeHtml(text)}</pre>
<details><summary>En-têtes</summary><pre>${escapeHtml(headers.join("\n"))}</pre></details>`,
  );

const linksOutside = (html: string) => html.replace(/<head>/i, '<head><base target="_blank">');

export const absentPage = (): string =>
  page("Courriel absent", `<h1>Ce courriel n'est plus là</h1><p><a href="/">Tous les courriels</a></p>`);
