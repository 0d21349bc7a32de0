import type { MailContent, MailItem } from "../domain/mail.ts";
import { type Html, html } from "../pages/html.ts";
import { deadline } from "./words.ts";

export interface Dressed {
  subject: string;
  text: string;
  html: string;
}

/** Where a mail's links begin, and the address that stops mails of its kind. */
export interface Links {
  origin: string;
  unsubscribe: string | null;
  /** Where a choice is made; nowhere for a mail that nobody chose. */
  preferences: string | null;
}

/** The same words twice: for who reads plain text, and as one column that any reader enlarges, dark or light. */
export const dress = (content: MailContent, links: Links): Dressed => ({
  subject: content.subject,
  text: plain(content, links),
  html: rich(content, links),
});

const MORE = "/espace/notifications";

const moreOf = (more: number) => (more === 1 ? "Une autre nouvelle" : `${more} autres nouvelles`);

function plain({ items, more, reason, timeZone }: MailContent, { origin, unsubscribe, preferences }: Links): string {
  const blocks = items.map(({ title, text, path, dueAt }) =>
    [title, text, dueAt && `Avant le ${deadline(new Date(dueAt), timeZone)}.`, origin + path]
      .filter(Boolean)
      .join("\n"),
  );
  const foot = [
    reason,
    preferences && `Choisir ce que je reçois : ${preferences}`,
    unsubscribe && `Ne plus recevoir ces messages : ${unsubscribe}`,
  ];
  return [
    ...blocks,
    ...(more > 0 ? [`${moreOf(more)} : ${origin}${MORE}`] : []),
    `-- \nTrame, travaux académiques mutualisés\n${foot.filter(Boolean).join("\n")}`,
    "",
  ].join("\n\n");
}

const BODY = "margin:0;padding:24px 16px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5";
const COLUMN = "max-width:600px;margin:0 auto";
const BUTTON =
  "display:inline-block;padding:8px 16px;background-color:#000091;color:#ffffff;text-decoration:none;font-weight:bold";
const FOOT = "margin-top:32px;padding-top:16px;border-top:1px solid #929292;font-size:14px";

function rich(
  { subject, items, more, reason, timeZone }: MailContent,
  { origin, unsubscribe, preferences }: Links,
): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body style="${BODY}">
<div style="${COLUMN}">
${items.length > 1 ? html`<h1 style="font-size:22px;margin:0 0 24px">${subject}</h1>` : null}
${items.map((one) => block(one, origin, timeZone, items.length > 1))}
${more > 0 ? html`<p><a href="${origin}${MORE}">${moreOf(more)}</a></p>` : null}
<div style="${FOOT}">
<p>Trame, travaux académiques mutualisés (TraAM).</p>
<p>${reason}${preferences && html` <a href="${preferences}">Choisir ce que je reçois</a>`}</p>
${unsubscribe ? html`<p><a href="${unsubscribe}">Ne plus recevoir ces messages</a></p>` : null}
</div>
</div>
</body>
</html>
`.text;
}

function block(
  { title, text, path, dueAt, action = "Voir dans Trame" }: MailItem,
  origin: string,
  timeZone: string,
  several: boolean,
): Html {
  const heading = several
    ? html`<h2 style="font-size:18px;margin:0 0 8px">${title}</h2>`
    : html`<h1 style="font-size:22px;margin:0 0 16px">${title}</h1>`;
  return html`<div style="margin-bottom:24px">
${heading}
${text && html`<p style="margin:0 0 8px">${text}</p>`}
${dueAt && html`<p style="margin:0 0 8px"><strong>Avant le ${deadline(new Date(dueAt), timeZone)}</strong></p>`}
<p style="margin:8px 0 0">${
    several
      ? html`<a href="${origin}${path}">${action}<span> : ${title}</span></a>`
      : html`<a href="${origin}${path}" style="${BUTTON}">${action}</a>`
  }</p>
</div>
`;
}
