import type { FeedOf } from "../feeds/feed.ts";
import { html } from "./html.ts";
import { page } from "./page.ts";
import { frenchDate } from "./words.ts";

const SHOWN = 10;

/** The last entries of a feed, for a frame on another site: links open there in the whole window. */
export const embedPage = ({ title, page: address, entries }: FeedOf): string =>
  page({
    title,
    robots: "noindex",
    content: html`<main id="contenu" class="embed"><h1>${title}</h1>
${
  entries.length === 0
    ? html`<p>Rien n’est encore publié.</p>`
    : html`<ul>${entries
        .slice(0, SHOWN)
        .map(
          ({ title: name, url, author, publishedAt }) =>
            html`<li><a href="${url}" target="_top">${name}</a><br><span class="meta">${author ? `${author}, ` : ""}${frenchDate(publishedAt)}</span></li>`,
        )}</ul>`
}
<p><a href="${address}" target="_top">Tout voir sur Trame</a></p></main>`,
  });
