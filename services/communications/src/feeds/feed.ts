import { Feed } from "feed";
import { escapeHtml, withoutControls } from "../pages/html.ts";

/** A feed in our words: plain texts, absolute addresses. */
export interface FeedOf {
  title: string;
  description: string;
  /** Its own address, without the ending. */
  address: string;
  /** The page that shows the same. */
  page: string;
  entries: FeedEntry[];
  /** When nothing is in it. */
  emptyAt: Date;
}

export interface FeedEntry {
  id: string;
  title: string;
  url: string;
  paragraphs: string[];
  author: string;
  tags: string[];
  publishedAt: Date;
  updatedAt: Date;
}

/** Atom titles and summaries are HTML: escaped here, since the library only wraps them in CDATA. */
export const toAtom = (of: FeedOf): string => feedOf(of, escapeHtml).atom1();

export const toRss = (of: FeedOf): string => feedOf(of, escapeHtml).rss2();

/** JSON Feed titles are plain text. */
export const toJsonFeed = (of: FeedOf): string => feedOf(of, withoutControls).json1();

function feedOf({ title, description, address, page, entries, emptyAt }: FeedOf, heading: (text: string) => string) {
  const feed = new Feed({
    id: `${address}.atom`,
    title: withoutControls(title),
    description: withoutControls(description),
    link: page,
    language: "fr",
    feedLinks: { atom: `${address}.atom`, json: `${address}.json`, rss: `${address}.rss` },
    updated: new Date(Math.max(emptyAt.getTime(), ...entries.map(({ updatedAt }) => updatedAt.getTime()))),
    generator: "Trame",
    author: { name: "Trame" },
  });
  for (const entry of entries) {
    feed.addItem({
      id: `urn:uuid:${entry.id}`,
      title: heading(entry.title),
      link: entry.url,
      content: entry.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join(""),
      author: entry.author ? [{ name: withoutControls(entry.author) }] : undefined,
      category: entry.tags.map((tag) => ({ name: attributeText(tag), term: attributeText(tag) })),
      published: entry.publishedAt,
      date: entry.updatedAt,
    });
  }
  return feed;
}

/** The library writes it into an XML attribute and forgets angle brackets there. */
const attributeText = (text: string): string => withoutControls(text).replace(/[<>]/g, " ").trim();
