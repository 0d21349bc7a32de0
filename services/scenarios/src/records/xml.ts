/** Text that is XML already. Only `element` makes it, so whatever else is written comes out escaped. */
export class Xml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Xml | string | number | null | undefined | readonly Content[];
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element. What is absent, and a list of nothing, leaves no trace in it. */
export const element = (name: string, attributes: Attributes, ...content: Content[]): Xml => {
  const inner = written(content);
  return new Xml(`<${name}${attributesOf(attributes)}${inner === "" ? "/>" : `>${inner}</${name}>`}`);
};

export const documentOf = ({ text }: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;

function written(content: Content): string {
  if (content === null || content === undefined) return "";
  if (content instanceof Xml) return content.text;
  if (typeof content === "object") return content.map(written).join("");
  return escaped(String(content));
}

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) =>
      value === undefined ? "" : ` ${name}="${escaped(String(value)).replaceAll('"', "&quot;")}"`,
    )
    .join("");

/** What XML 1.0 has no place for, not even escaped: most control characters, lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
