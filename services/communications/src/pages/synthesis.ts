import { type Html, html } from "./html.ts";
import { page } from "./page.ts";
import { frenchDate } from "./words.ts";

export interface Reading {
  token: string;
  title: string;
  /** Of the synthesis, as everybody reads it. */
  address: string;
  /** For whom; empty for a person. */
  name: string;
  receivedAt: Date | null;
}

/** The personal link of one recipient. */
export const readingPage = ({ token, title, address, name, receivedAt }: Reading): string =>
  sheet(
    title,
    html`<p>${name ? html`Cette synthèse est communiquée à : <strong>${name}</strong>.` : "Cette synthèse vous est communiquée."} Votre lecture est notée par l’ouverture de cette page.</p>
<p><a href="${address}">Lire la synthèse</a> · <a href="${address}/document.pdf">La télécharger (PDF)</a></p>
${
  receivedAt
    ? html`<p role="status">Vous avez accusé réception le ${frenchDate(receivedAt)}. Merci.</p>`
    : html`<form method="post" action="/syntheses/lire/${token}">
<p><label for="champ-receipt">Un mot, si vous le voulez</label>
<input id="champ-receipt" name="receipt" type="text" maxlength="1000" autocomplete="off"></p>
<button type="submit">Accuser réception</button>
</form>`
}`,
  );

export const unknownCopyPage = (): string =>
  sheet(
    "Cette adresse ne sert plus",
    html`<p>Ce lien n’est celui d’aucun destinataire. <a href="/themes">Les thèmes</a></p>`,
  );

const sheet = (title: string, content: Html): string =>
  page({
    title: `${title} – Trame`,
    robots: "noindex",
    content: html`<main id="contenu"><h1>${title}</h1>
${content}
</main>
<footer><p>Travaux académiques mutualisés (TraAM). <a href="/">Trame</a></p></footer>`,
  });
