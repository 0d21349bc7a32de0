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
  readAt: Date | null;
  receivedAt: Date | null;
}

/** Asks first: whatever follows links, such as a filter of mails, is no reader. */
export const askPage = ({ token, title, name }: Reading): string =>
  sheet(
    title,
    html`<p>${toWhom(name)} Votre lecture sera notée quand vous l’ouvrirez.</p>
<form method="post" action="/syntheses/lire/${token}">
<button type="submit" name="choix" value="lire">Ouvrir la synthèse</button>
</form>`,
  );

/** The personal link of one recipient who opened the synthesis. */
export const readingPage = ({ token, title, address, name, readAt, receivedAt }: Reading): string =>
  sheet(
    title,
    html`<p>${toWhom(name)}${readAt ? html` Votre lecture est notée depuis le ${frenchDate(readAt)}.` : null}</p>
<p><a href="${address}">Lire la synthèse</a> · <a href="${address}/document.pdf">La télécharger (PDF)</a></p>
${
  receivedAt
    ? html`<p role="status">Vous avez accusé réception le ${frenchDate(receivedAt)}. Merci.</p>`
    : html`<form method="post" action="/syntheses/lire/${token}">
<p><label for="champ-receipt">Un mot, si vous le voulez</label>
<input id="champ-receipt" name="receipt" type="text" maxlength="1000" autocomplete="off"></p>
<button type="submit" name="choix" value="recevoir">Accuser réception</button>
</form>`
}`,
  );

export const unknownCopyPage = (): string =>
  sheet(
    "Cette adresse ne sert plus",
    html`<p>Ce lien n’est celui d’aucun destinataire. <a href="/themes">Les thèmes</a></p>`,
  );

const toWhom = (name: string): Html =>
  name
    ? html`Cette synthèse est communiquée à : <strong>${name}</strong>.`
    : html`Cette synthèse vous est communiquée.`;

const sheet = (title: string, content: Html): string =>
  page({
    title: `${title} – Trame`,
    robots: "noindex",
    content: html`<main id="contenu"><h1>${title}</h1>
${content}
</main>
<footer><p>Travaux académiques mutualisés (TraAM). <a href="/">Trame</a></p></footer>`,
  });
