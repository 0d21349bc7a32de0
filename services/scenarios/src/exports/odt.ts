import { strToU8, zipSync } from "fflate";
import { type Content, documentOf, element, type Xml } from "../records/xml.ts";
import type { Sheet, SheetPart } from "./sheet.ts";

const MIME = "application/vnd.oasis.opendocument.text";

const NAMESPACES = {
  "xmlns:office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  "xmlns:text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  "xmlns:style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  "xmlns:fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  "xmlns:meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "office:version": "1.3",
};

/** OpenDocument 1.3: a ZIP of four XML files, its kind first and unpacked. */
export function odtOf(sheet: Sheet): Buffer {
  const file = (content: Xml) => strToU8(documentOf(content));
  const entries = {
    mimetype: [strToU8(MIME), { level: 0 }],
    "META-INF/manifest.xml": file(MANIFEST),
    "meta.xml": file(metaOf(sheet)),
    "styles.xml": file(STYLES),
    "content.xml": file(contentOf(sheet)),
  } as const;
  return Buffer.from(zipSync({ ...entries, mimetype: [...entries.mimetype] }, { mtime: sheet.at }));
}

const contentOf = ({ title, subtitle, parts }: Sheet): Xml =>
  element(
    "office:document-content",
    NAMESPACES,
    element(
      "office:body",
      {},
      element("office:text", {}, heading(1, title), paragraph("Subtitle", subtitle), parts.map(partOf)),
    ),
  );

function partOf(part: SheetPart): Content {
  if ("heading" in part) return heading(2, part.heading);
  if ("paragraph" in part) return part.paragraph.split(/\n{2,}/).map((text) => paragraph("Text_20_body", text));
  return part.facts.map(([name, value]) =>
    element(
      "text:p",
      { "text:style-name": "Fact" },
      element("text:span", { "text:style-name": "Strong_20_Emphasis" }, name),
      " : ",
      broken(value),
    ),
  );
}

const heading = (level: number, text: string): Xml =>
  element("text:h", { "text:style-name": `Heading_20_${level}`, "text:outline-level": level }, broken(text));

const paragraph = (style: string, text: string): Xml => element("text:p", { "text:style-name": style }, broken(text));

/** Line ends and runs of spaces are elements of their own. */
const broken = (text: string): Content =>
  text.split("\n").map((line, rank) => [rank > 0 ? element("text:line-break", {}) : null, spaced(line)]);

const spaced = (line: string): Content =>
  line
    .replaceAll("\t", "    ")
    .split(/( {2,})/)
    .map((run, rank) => (rank % 2 === 1 ? [" ", element("text:s", { "text:c": run.length - 1 })] : run));

const style = (name: string, parent: string | undefined, paragraphs: object, texts: object): Xml =>
  element(
    "style:style",
    {
      "style:name": name,
      "style:display-name": name.replaceAll("_20_", " "),
      "style:family": "paragraph",
      "style:parent-style-name": parent,
      ...(/^Heading_20_(\d)$/.test(name) && { "style:default-outline-level": name.slice(-1) }),
    },
    element("style:paragraph-properties", { ...paragraphs }),
    element("style:text-properties", { ...texts }),
  );

const BODY = { "fo:margin-top": "0cm", "fo:margin-bottom": "0.25cm", "fo:line-height": "120%" };

const STYLES = element(
  "office:document-styles",
  NAMESPACES,
  element(
    "office:styles",
    {},
    element(
      "style:default-style",
      { "style:family": "paragraph" },
      element("style:text-properties", {
        "fo:font-family": "'Liberation Sans', Arial, sans-serif",
        "fo:font-size": "11pt",
        "fo:language": "fr",
        "fo:country": "FR",
      }),
    ),
    style("Standard", undefined, {}, {}),
    style("Text_20_body", "Standard", BODY, {}),
    style("Fact", "Standard", { ...BODY, "fo:margin-bottom": "0.1cm" }, {}),
    style("Subtitle", "Standard", { "fo:margin-bottom": "0.5cm" }, { "fo:color": "#444444" }),
    style(
      "Heading_20_1",
      "Standard",
      { "fo:margin-bottom": "0.3cm", "fo:keep-with-next": "always" },
      { "fo:font-size": "20pt", "fo:font-weight": "bold" },
    ),
    style(
      "Heading_20_2",
      "Standard",
      { "fo:margin-top": "0.6cm", "fo:margin-bottom": "0.2cm", "fo:keep-with-next": "always" },
      { "fo:font-size": "14pt", "fo:font-weight": "bold" },
    ),
    style("Footer", "Standard", { "fo:text-align": "center" }, { "fo:font-size": "9pt" }),
    element(
      "style:style",
      { "style:name": "Strong_20_Emphasis", "style:family": "text" },
      element("style:text-properties", { "fo:font-weight": "bold" }),
    ),
  ),
  element(
    "office:automatic-styles",
    {},
    element(
      "style:page-layout",
      { "style:name": "A4" },
      element("style:page-layout-properties", {
        "fo:page-width": "21cm",
        "fo:page-height": "29.7cm",
        "fo:margin": "2cm",
      }),
      element("style:footer-style", {}),
    ),
  ),
  element(
    "office:master-styles",
    {},
    element(
      "style:master-page",
      { "style:name": "Standard", "style:page-layout-name": "A4" },
      element(
        "style:footer",
        {},
        element(
          "text:p",
          { "text:style-name": "Footer" },
          element("text:page-number", { "text:select-page": "current" }, "1"),
          " / ",
          element("text:page-count", {}, "1"),
        ),
      ),
    ),
  ),
);

const metaOf = ({ title, at }: Sheet): Xml =>
  element(
    "office:document-meta",
    NAMESPACES,
    element(
      "office:meta",
      {},
      element("meta:generator", {}, "Trame"),
      element("dc:title", {}, title),
      element("dc:date", {}, at.toISOString().slice(0, 19)),
      element("dc:language", {}, "fr-FR"),
    ),
  );

const entry = (path: string, type: string): Xml =>
  element("manifest:file-entry", { "manifest:full-path": path, "manifest:media-type": type });

const MANIFEST = element(
  "manifest:manifest",
  { "xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version": "1.3" },
  entry("/", MIME),
  ...["content.xml", "styles.xml", "meta.xml"].map((path) => entry(path, "text/xml")),
);
