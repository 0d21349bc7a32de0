import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

/** One page part: a heading, a paragraph, or names with their values. */
export type PdfPart =
  | { heading: string }
  | { paragraph: string }
  | { facts: readonly (readonly [name: string, value: string])[] };

export interface PdfText {
  title: string;
  /** What stands under the title, small. */
  subtitle?: string;
  parts: readonly PdfPart[];
  /** Of the document, told in its properties. */
  at: Date;
  lang?: string;
}

const fonts = createRequire(import.meta.url);
const font = (weight: 400 | 700) =>
  fonts.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`);

/**
 * A tagged document (PDF/UA): headings, paragraphs and facts are in its structure, its language and title are told, its
 * fonts are inside, so that a screen reader reads it and a program finds its words.
 */
export async function pdfOf({ title, subtitle, parts, at, lang = "fr-FR" }: PdfText): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "A4",
    margins: { top: 64, bottom: 64, left: 64, right: 64 },
    pdfVersion: "1.7",
    // The types do not know this one yet.
    subset: "PDF/UA" as "PDF/A-1a",
    tagged: true,
    lang,
    displayTitle: true,
    info: { Title: title, CreationDate: at, ModDate: at, Creator: "Trame", Producer: "Trame" },
    font: font(400),
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  doc.registerFont("text", font(400)).registerFont("strong", font(700));
  const root = doc.struct("Document");
  doc.addStructure(root);
  const say = (tag: string, text: string, { face = "text", size = 11, gap = 6 } = {}) =>
    root.add(
      doc.struct(tag, {}, () => {
        doc.font(face).fontSize(size).text(text, { paragraphGap: gap });
      }),
    );
  say("H1", title, { face: "strong", size: 20 });
  if (subtitle) say("P", subtitle, { gap: 12 });
  for (const part of parts) {
    if ("heading" in part) say("H2", part.heading, { face: "strong", size: 14, gap: 8 });
    else if ("paragraph" in part) for (const text of part.paragraph.split(/\n{2,}/)) say("P", text);
    else for (const [name, value] of part.facts) say("P", `${name} : ${value}`, { gap: 3 });
  }
  root.end();
  doc.end();
  return whole;
}
