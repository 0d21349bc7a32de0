import type { Refusal } from "@trame/kit/refusal";
import { CONSENT, FREQUENCIES, FUNCTIONS, type Wishes } from "../domain/subscriber.ts";
import { type Html, html } from "./html.ts";
import { page } from "./page.ts";

/** What the form offers. */
export interface Offered {
  series: readonly { id: string; title: string }[];
  academies: readonly { code: string; name: string }[];
}

export interface Filled extends Partial<Wishes> {
  email?: string;
  refusals?: readonly Refusal[];
}

export const subscribePage = (offered: Offered, filled: Filled = {}): string =>
  sheet(
    "Recevoir la lettre Édu_Num",
    html`<p>Ce que les équipes publient, par discipline et par thème. Vous confirmerez votre adresse par un courriel.</p>
${summary(filled.refusals)}
<form method="post" action="/abonnement">
${textField("email", "Adresse de courriel", filled.email ?? "", filled.refusals, { type: "email", autocomplete: "email" })}
${wishesFields(offered, filled)}
<p class="trap" aria-hidden="true"><label>À laisser vide <input name="website" tabindex="-1" autocomplete="off"></label></p>
<p class="choice"><label><input type="checkbox" id="champ-consent" name="consent" value="oui"${describes("consent", filled.refusals)}> ${CONSENT}</label>${error("consent", filled.refusals)}</p>
<button type="submit">Recevoir la lettre</button>
</form>
<p>Votre adresse ne sert qu’à cela. <a href="/donnees-personnelles">Ce que devient une donnée personnelle</a></p>`,
  );

export const askedPage = (): string =>
  sheet(
    "Un courriel vous attend",
    html`<p role="status">Ouvrez-le et suivez son lien pour confirmer : rien ne vous sera envoyé avant. S’il n’est pas là dans quelques minutes, regardez parmi les indésirables.</p>`,
  );

export const confirmPage = (token: string): string =>
  sheet(
    "Confirmez votre abonnement",
    html`<p>Un clic, et la lettre Édu_Num vous sera envoyée.</p>
<form method="post" action="/abonnement/confirmer/${token}"><button type="submit">Confirmer mon abonnement</button></form>`,
  );

export const confirmedPage = (token: string): string =>
  sheet(
    "Votre abonnement est confirmé",
    html`<p role="status">La lettre vous sera envoyée comme vous l’avez demandé.</p>
<ul><li><a href="/abonnement/preferences/${token}">Modifier mes choix</a></li><li><a href="/lettres">Lire les numéros parus</a></li></ul>`,
  );

export const choicesPage = (
  token: string,
  offered: Offered,
  filled: Filled & { state: string },
  isSaved = false,
): string =>
  sheet(
    "Mes choix pour la lettre Édu_Num",
    html`${isSaved ? html`<p role="status"><strong>Vos choix sont enregistrés.</strong></p>` : null}
${summary(filled.refusals)}
<p>Adresse : ${filled.email}</p>
${
  filled.state === "CONFIRMED"
    ? null
    : html`<p>Vous ne recevez pas la lettre pour l’instant.</p>
<form method="post" action="/abonnement/confirmer/${token}"><button type="submit">La recevoir</button></form>`
}
<form method="post" action="/abonnement/preferences/${token}">
${wishesFields(offered, filled)}
<button type="submit">Enregistrer mes choix</button>
</form>
<p><a href="/desabonnement/${token}">Ne plus recevoir la lettre</a></p>`,
  );

export const lostPage = (): string =>
  sheet(
    "Cette adresse ne sert plus",
    html`<p>Elle n’a jamais existé, ou la demande est restée sans confirmation. <a href="/abonnement">S’abonner</a></p>`,
  );

const wishesFields = (offered: Offered, filled: Filled): Html => html`
${select("function", "Votre fonction", FUNCTIONS, filled.function ?? "", filled.refusals)}
${textField("otherFunction", "Si elle n’est pas dans la liste, laquelle ? (facultatif)", filled.otherFunction ?? "", filled.refusals)}
${select(
  "academyCode",
  "Votre académie (facultatif)",
  offered.academies.map(({ code, name }) => ({ code, label: name })),
  filled.academyCode ?? "",
  filled.refusals,
)}
<fieldset><legend>Quelles lettres ? Sans choix, toutes.</legend>
${offered.series.map(
  ({ id, title }) =>
    html`<p class="choice"><label><input type="checkbox" name="newsletterIds" value="${id}"${isChecked(filled.newsletterIds?.includes(id))}> ${title}</label></p>`,
)}
${error("newsletterIds", filled.refusals)}
</fieldset>
<fieldset><legend>À quel rythme ?</legend>
${FREQUENCIES.map(
  ({ code, label }) =>
    html`<p class="choice"><label><input type="radio" name="frequency" value="${code}"${isChecked((filled.frequency ?? "EACH") === code)}> ${label}</label></p>`,
)}
${error("frequency", filled.refusals)}
</fieldset>`;

const CHECKED = html` checked`;
const SELECTED = html` selected`;
const isChecked = (checked: boolean | undefined) => (checked ? CHECKED : null);

const messagesOf = (name: string, refusals: readonly Refusal[] = []) =>
  refusals.filter(({ field }) => field === name).map(({ message }) => message);

function error(name: string, refusals?: readonly Refusal[]): Html | null {
  const messages = messagesOf(name, refusals);
  return messages.length > 0 ? html`<span class="error" id="erreur-${name}">${messages.join(" ")}</span>` : null;
}

function summary(refusals: readonly Refusal[] = []): Html | null {
  if (refusals.length === 0) return null;
  return html`<div role="alert" class="summary"><p><strong>À corriger :</strong></p><ul>${refusals.map(
    ({ message, field }) => html`<li>${field ? html`<a href="#champ-${field}">${message}</a>` : message}</li>`,
  )}</ul></div>`;
}

const describes = (name: string, refusals?: readonly Refusal[]): Html | null =>
  messagesOf(name, refusals).length > 0 ? html` aria-invalid="true" aria-describedby="erreur-${name}"` : null;

const textField = (
  name: string,
  label: string,
  value: string,
  refusals?: readonly Refusal[],
  { type = "text", autocomplete = "off" } = {},
): Html =>
  html`<p><label for="champ-${name}">${label}</label>
<input id="champ-${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}"${describes(name, refusals)}>
${error(name, refusals)}</p>`;

const select = (
  name: string,
  label: string,
  options: readonly { code: string; label: string }[],
  value: string,
  refusals?: readonly Refusal[],
): Html =>
  html`<p><label for="champ-${name}">${label}</label>
<select id="champ-${name}" name="${name}"${describes(name, refusals)}>
<option value="">Choisir</option>
${options.map(({ code, label: text }) => html`<option value="${code}"${code === value ? SELECTED : null}>${text}</option>`)}
</select>
${error(name, refusals)}</p>`;

const sheet = (title: string, content: Html): string =>
  page({
    title: `${title} – Trame`,
    robots: "noindex",
    content: html`<main id="contenu"><h1>${title}</h1>
${content}
</main>
<footer><p>Travaux académiques mutualisés (TraAM). <a href="/">Trame</a></p></footer>`,
  });
