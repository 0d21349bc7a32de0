import { isWebAddress } from "../domain/texts.ts";
import { absolute, addressOf } from "../store/addresses.ts";
import { type EditionView, type Part, pieceLabel } from "./edition.ts";
import { type Html, html } from "./html.ts";
import { KINDS } from "./words.ts";

/** An edition to paste into another site: its words under its headings, absolute addresses, no style of its own. */
export function editionFragment({ series, edition, parts, origin }: EditionView): string {
  const editorial = edition.editorial.split(/\n\s*\n/).filter((part) => part.trim() !== "");
  return html`<h2>${edition.title || series.title}</h2>
${editorial.map((part) => html`<p>${part.trim()}</p>\n`)}${parts.map((part) => fragmentOf(part, origin))}<p><a href="${addressOf(origin, series.slug, edition.number)}">${series.title} n° ${edition.number}</a></p>
`.text;
}

function fragmentOf({ publication, piece }: Part, origin: string): Html | null {
  if (publication) {
    if (publication.state === "WITHDRAWN") return null;
    const { title, summary, kind, words, address } = publication;
    return section(KINDS[kind], title, absolute(origin, address), [summary, words.attribution]);
  }
  if (piece.kind === "IMAGE") {
    return html`<p><img src="${origin}/lettres/images/${piece.imageId}" alt="${piece.alt}"></p>\n`;
  }
  return section(pieceLabel(piece), piece.title, piece.url ?? "", piece.text.split(/\n\s*\n/));
}

const section = (label: string, title: string, url: string, texts: readonly string[]): Html =>
  html`<h3>${isWebAddress(url) ? html`<a href="${url}">${title}</a>` : title}</h3>
<p><em>${label}</em></p>
${texts.filter((text) => text.trim() !== "").map((text) => html`<p>${text.trim()}</p>\n`)}`;
