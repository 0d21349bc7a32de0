import type { Piece } from "../domain/edition.ts";
import { LETTER_LAYOUT } from "../gen/letter-layout.ts";
import { type EditionView, pieceLabel } from "../pages/edition.ts";
import { escapeHtml } from "../pages/html.ts";
import { KINDS } from "../pages/words.ts";
import { absolute, addressOf } from "../store/addresses.ts";
import type { WrittenLetter } from "./compose.ts";
import type { Links } from "./layout.ts";

type Values = Record<string, string>;

/** A letter without its reader: what differs from one to another is filled in at the end. */
export interface Letter {
  list: string;
  subject: string;
  html: string;
  text: string;
}

/** Written once for all readers: the page's own words, as a mail and as plain text. */
export function letterOf(view: EditionView, { isTest = false } = {}): Letter {
  const { series, edition, origin } = view;
  const name = `${series.title} n° ${edition.number}`;
  const subject = `${isTest ? "[Essai] " : ""}${name}${edition.title ? ` : ${edition.title}` : ""}`;
  const page = addressOf(origin, series.slug, edition.number);
  const blocks = blocksOf(view);
  const values = {
    subject,
    series: name,
    title: edition.title,
    page,
    preview: blocks.flatMap(({ title }) => title || []).join(", "),
  };
  return {
    list: series.slug,
    subject,
    html: rich(values, edition.editorial, blocks),
    text: plain(values, edition.editorial, blocks),
  };
}

interface Block {
  type: "item" | "note" | "image";
  /** Empty for what has none. */
  title: string;
  values: Values;
}

const blocksOf = ({ parts, origin }: EditionView): Block[] =>
  parts.flatMap(({ publication, piece }): Block[] => {
    if (piece) return [blockOf(piece, origin)];
    if (publication.state !== "PUBLISHED") return [];
    const { title, summary, kind, words, address } = publication;
    const values = { kind: KINDS[kind], title, text: summary, url: absolute(origin, address), by: words.attribution };
    return [{ type: "item", title, values }];
  });

function blockOf(piece: Piece, origin: string): Block {
  const { kind, title, text, url, imageId, alt } = piece;
  if (kind === "IMAGE") {
    return { type: "image", title: "", values: { src: `${origin}/lettres/images/${imageId}`, alt: alt ?? "" } };
  }
  const values = { kind: pieceLabel(piece), title, text };
  return url ? { type: "item", title, values: { ...values, url, by: "" } } : { type: "note", title, values };
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);

const TYPES = ["paragraph", "item", "note", "image"];

/** Each kind's rows stand where its first sample stands in the layout, in the order given. */
function rich(values: Values, editorial: string, blocks: readonly Block[]): string {
  const samples = new Map(TYPES.map((type) => [type, sampleOf(type)]));
  const rows = [
    ...paragraphsOf(editorial).map((text) => fill(samples.get("paragraph") ?? "", { text })),
    ...blocks.map((block) => fill(samples.get(block.type) ?? "", block.values)),
  ].join("\n");
  const [first = "", ...others] = TYPES;
  const bare = others.reduce((layout, type) => layout.replace(repeated(type), ""), LETTER_LAYOUT);
  const [before = "", after = ""] = bare.split(repeated(first)).filter((_, index) => index !== 1);
  return fill(before, values) + rows + fill(after, values);
}

const repeated = (type: string) => new RegExp(`<!-- each ${type} -->([\\s\\S]*?)<!-- end ${type} -->`);

const sampleOf = (type: string): string => repeated(type).exec(LETTER_LAYOUT)?.[1] ?? "";

/** What is not given stays, for the reader's own links. */
const fill = (layout: string, values: Values): string =>
  layout.replace(/\{\{(\w+)\}\}/g, (place, name: string) =>
    values[name] === undefined ? place : escapeHtml(values[name]).replaceAll("\n", "<br>"),
  );

function plain({ series, title, page }: Values, editorial: string, blocks: readonly Block[]): string {
  return [
    `${series}\n${title}`.trim(),
    ...paragraphsOf(editorial),
    ...blocks.map(({ values }) =>
      [values.kind?.toUpperCase(), values.title, values.text, values.by, values.alt, values.url]
        .filter(Boolean)
        .join("\n"),
    ),
    `Lire cette lettre dans un navigateur : ${page}`,
  ].join("\n\n");
}

/** For one reader. */
export function addressed({ list, subject, html, text }: Letter, links: Links, reason: string): WrittenLetter {
  const { unsubscribe, preferences, origin } = links;
  const values = { reason, preferences: preferences ?? origin, unsubscribe: unsubscribe ?? preferences ?? origin };
  const foot = [
    reason,
    `Choisir ce que je reçois : ${values.preferences}`,
    `Ne plus recevoir ces messages : ${values.unsubscribe}`,
  ];
  return { list, subject, html: fill(html, values), text: `${text}\n\n-- \n${foot.join("\n")}\n` };
}
