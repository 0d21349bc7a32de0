import { type Html, html } from "./html.ts";

export interface PageOf {
  title: string;
  content: Html;
  feed?: { slug: string; title: string };
  /** For search engines, when it is not for them. */
  robots?: string;
}

/** A complete page in the letter's dress: it needs no script. */
export function page({ title, content, feed, robots }: PageOf): string {
  const alternate =
    feed &&
    html`
<link rel="alternate" type="application/atom+xml" title="${feed.title}" href="/feeds/lettres/${feed.slug}.atom">
<link rel="alternate" type="application/rss+xml" title="${feed.title}" href="/feeds/lettres/${feed.slug}.rss">
<link rel="alternate" type="application/feed+json" title="${feed.title}" href="/feeds/lettres/${feed.slug}.json">`;
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>${
    robots &&
    html`
<meta name="robots" content="${robots}">`
  }
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/lettres/lettre.css">${alternate}
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
${content}
</body>
</html>
`.text;
}
