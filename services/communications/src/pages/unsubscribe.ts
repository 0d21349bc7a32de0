import { type Html, html } from "./html.ts";
import { page } from "./page.ts";

export interface Unsubscribing {
  token: string;
  /** What stops, in words. */
  what: string;
  /** Of the letter, without an account. */
  isReader?: boolean;
}

/** Asks first: whatever follows links, such as a filter of mails, must not unsubscribe anybody. */
export const askPage = ({ token, what, isReader }: Unsubscribing): string =>
  sheet(
    "Ne plus recevoir ces courriels",
    html`<p>Vous ne recevrez plus par courriel : <strong>${what}</strong>.${isReader ? null : " Le portail continuera de vous en avertir."}</p>
${button(token, "arreter", "Ne plus recevoir ces courriels", isReader)}`,
  );

export const stoppedPage = ({ token, what, isReader }: Unsubscribing): string =>
  sheet(
    "C’est fait",
    html`<p role="status">Vous ne recevrez plus par courriel : <strong>${what}</strong>.</p>
${button(token, "reprendre", "Les recevoir de nouveau", isReader)}`,
  );

export const resumedPage = ({ token, what, isReader }: Unsubscribing): string =>
  sheet(
    "C’est fait",
    html`<p role="status">Vous recevez de nouveau par courriel : <strong>${what}</strong>.</p>
${button(token, "arreter", "Ne plus recevoir ces courriels", isReader)}`,
  );

export const unknownPage = (): string =>
  sheet(
    "Cette adresse ne sert plus",
    html`<p>Elle n’a jamais existé, ou ce qui vous concernait a été effacé : plus aucun courriel ne vous est écrit par elle.</p>`,
  );

const button = (token: string, choice: string, label: string, isReader = false): Html =>
  html`<form method="post" action="/desabonnement/${token}">
<button type="submit" name="choix" value="${choice}">${label}</button>
</form>
${
  isReader
    ? html`<p><a href="/abonnement/preferences/${token}">Choisir les lettres que je reçois, et à quel rythme</a></p>`
    : html`<p><a href="/espace/preferences">Choisir, sorte par sorte, ce que je reçois</a> (il faut se connecter).</p>`
}`;

const sheet = (title: string, content: Html): string =>
  page({
    title: `${title} – Trame`,
    robots: "noindex",
    content: html`<main id="contenu"><h1>${title}</h1>
${content}
</main>
<footer><p>Travaux académiques mutualisés (TraAM). <a href="/">Trame</a></p></footer>`,
  });
