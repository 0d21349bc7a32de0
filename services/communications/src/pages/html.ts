/** Text that is HTML already: made by `html` only. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | null | undefined | readonly Part[];

/** A template whose values are escaped, whoever typed them; nested templates and lists of them are not escaped twice. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((whole, text, index) => whole + rendered(parts[index - 1]) + text));

function rendered(part: Part): string {
  if (part === null || part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(rendered).join("");
  return escapeHtml(String(part));
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For element content and quoted attributes. Control characters, which XML forbids, are dropped. */
export const escapeHtml = (text: string): string =>
  withoutControls(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

/** Control characters, lone surrogates and the two non-characters: XML 1.0 forbids them. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

export const withoutControls = (text: string): string => text.replace(FORBIDDEN, "");
