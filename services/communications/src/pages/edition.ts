import type { Edition, Piece } from "../domain/edition.ts";
import type { Publication } from "../domain/publication.ts";
import { isWebAddress } from "../domain/texts.ts";
import { absolute } from "../store/addresses.ts";
import { type Html, html } from "./html.ts";
import { page } from "./page.ts";
import { frenchDate, KINDS } from "./words.ts";

/** A publication that it announces, or what the editors wrote. */
export type Part = { publication: Publication; piece?: undefined } | { piece: Piece; publication?: undefined };

export interface EditionView {
  series: { slug: string; title: string };
  edition: Edition;
  /** In the order of the page. */
  parts: readonly Part[];
  origin: string;
}

/** One edition as a complete page: it needs no script, and only the letter's own sheet. */
export function editionPage({ series, edition, parts, origin }: EditionView): string {
  const subject = `${series.title} n° ${edition.number}`;
  const content = html`<header>
<p class="series">${subject}</p>
<h1>${edition.title}</h1>
${edition.publishedAt && dated(edition.publishedAt)}
</header>
<main id="contenu">
${paragraphs(edition.editorial)}
${contents(parts)}
${parts.map((part, index) => partOf(part, index, { origin, edition }))}
</main>
<footer>
<p class="feeds">Flux de cette lettre : <a href="/feeds/lettres/${series.slug}.atom">Atom</a>, <a href="/feeds/lettres/${series.slug}.rss">RSS</a>, <a href="/feeds/lettres/${series.slug}.json">JSON</a>.</p>
<p>Travaux académiques mutualisés (TraAM). <a href="/">Trame</a></p>
</footer>`;
  return page({ title: `${edition.title} – ${subject}`, content, feed: { slug: series.slug, title: series.title } });
}

export const notFoundPage = (): string =>
  page({
    title: "Numéro introuvable",
    content: html`<main id="contenu"><h1>Ce numéro est introuvable</h1>
<p>Il n’existe pas, ou n’est pas encore publié. <a href="/">Revenir à l’accueil</a></p></main>`,
  });

const dated = (at: Date) =>
  html`<p class="date">Publiée le <time datetime="${at.toISOString()}">${frenchDate(at)}</time></p>`;

const paragraphs = (text: string): Html | null =>
  text.trim() === ""
    ? null
    : html`<section class="editorial" aria-label="Éditorial">${text
        .split(/\n\s*\n/)
        .filter((part) => part.trim() !== "")
        .map((part) => html`<p>${part.trim()}</p>`)}</section>`;

function contents(parts: readonly Part[]): Html | null {
  if (parts.length < 4) return null;
  const lines = parts.map(({ publication, piece }, index) => {
    const title = publication?.state === "WITHDRAWN" ? "" : (publication?.title ?? piece?.title);
    return title ? html`<li><a href="#p${index + 1}">${title}</a></li>` : null;
  });
  return html`<nav aria-labelledby="sommaire"><h2 class="contents-title" id="sommaire">Dans ce numéro</h2>
<ol class="contents">${lines}</ol></nav>`;
}

function partOf(
  { publication, piece }: Part,
  index: number,
  { origin, edition }: { origin: string; edition: Edition },
) {
  if (piece) return pieceOf(piece, index);
  return publication.state === "WITHDRAWN" ? withdrawn(publication) : item(publication, index, origin, edition);
}

const PIECES: Record<Piece["kind"], string> = { NEWS: "Actualité", AGENDA: "Agenda", IMAGE: "Image" };

export const pieceKind = ({ kind }: Piece): string => PIECES[kind];

/** « Agenda, 12 juin 2020 ». */
export const pieceLabel = (piece: Piece): string =>
  piece.on ? `${pieceKind(piece)}, ${frenchDate(new Date(`${piece.on}T12:00:00Z`))}` : pieceKind(piece);

function pieceOf(piece: Piece, index: number): Html {
  const { kind, title, text, url, imageId, alt } = piece;
  if (kind === "IMAGE") {
    return html`<figure id="p${index + 1}"><img src="/lettres/images/${imageId}" alt="${alt}">${title && html`<figcaption>${title}</figcaption>`}</figure>
`;
  }
  return html`<article id="p${index + 1}">
<p class="kind">${pieceLabel(piece)}</p>
<h2>${url && isWebAddress(url) ? html`<a href="${url}">${title}</a>` : title}</h2>
${text
  .split(/\n\s*\n/)
  .filter((part) => part.trim() !== "")
  .map((part) => html`<p>${part.trim()}</p>`)}
</article>
`;
}

function item(publication: Publication, index: number, origin: string, edition: Edition): Html {
  const { title, summary, kind, words, levels, licence, publishedAt, updatedAt } = publication;
  const isCorrected = edition.publishedAt !== null && updatedAt > edition.publishedAt;
  const address = absolute(origin, publication.address);
  return html`<article id="p${index + 1}">
<p class="kind">${KINDS[kind]}</p>
<h2>${isWebAddress(address) ? html`<a href="${address}">${title}</a>` : title}</h2>
${summary && html`<p>${summary}</p>`}
<dl>
${fact("Par", words.attribution)}
${fact("Thème", words.theme?.title)}
${fact(
  "Disciplines",
  words.disciplines
    .map(({ label }) => label)
    .filter(Boolean)
    .join(", "),
)}
${fact("Niveaux", levels.join(", "))}
${fact("Licence", licence)}
${fact("Publication", frenchDate(publishedAt))}
${fact("Corrigée", isCorrected ? frenchDate(updatedAt) : null)}
</dl>
</article>
`;
}

const fact = (name: string, value: string | null | undefined): Html | null =>
  value ? html`<dt>${name}</dt><dd>${value}</dd>` : null;

const withdrawn = ({ withdrawnAt }: Publication): Html =>
  html`<article class="withdrawn"><p>Une publication de ce numéro a été retirée${withdrawnAt && ` le ${frenchDate(withdrawnAt)}`}.</p></article>
`;
