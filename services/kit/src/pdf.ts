import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

/** Rows under the names of their columns; the first cell of a row names it. */
export interface PdfTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** At least so high, where something is to be written by hand. */
  rowHeight?: number;
}

/** One page part: a heading, a paragraph, names with their values, or a table. */
export type PdfPart =
  | { heading: string }
  | { paragraph: string }
  | { facts: readonly (readonly [name: string, value: string])[] }
  | { table: PdfTable };

export interface PdfText {
  title: string;
  /** What stands under the title, small. */
  subtitle?: string;
  parts: readonly PdfPart[];
  /** Of the document, told in its properties. */
  at: Date;
  lang?: string;
  /** A number at the foot of each page. */
  numbered?: boolean;
}

const fonts = createRequire(import.meta.url);
const font = (weight: 400 | 700, script: Script = "latin") =>
  fonts.resolve(`@fontsource/source-sans-3/files/source-sans-3-${script}-${weight}-normal.woff`);

/** The font comes in a file a script; only those that a text uses are put in its document. */
const SCRIPTS = ["latin", "latin-ext", "greek", "cyrillic"] as const;
type Script = (typeof SCRIPTS)[number];

const scriptOf = (letter: string): Script => {
  if (/\p{Script=Greek}/u.test(letter) && letter !== "µ") return "greek";
  if (/\p{Script=Cyrillic}/u.test(letter)) return "cyrillic";
  return /[\u0100-\u0151\u0154-\u02af\u1e00-\u1eff]/.test(letter) ? "latin-ext" : "latin";
};

/** Signs that the font has not, as one types them. */
const TYPED: Record<string, string> = {
  ...{ "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇔": "<=>", "➔": "->", "➜": "->" },
  ...{ "≥": ">=", "≤": "<=", "≠": "!=", "≈": "~", "√": "racine de ", "∞": "infini" },
  ...{ "✓": "[x]", "✔": "[x]", "☑": "[x]", "☐": "[ ]", "✗": "[ ]", "▪": "•", "●": "•", "■": "•", "‑": "-" },
};

/** A text in pieces of one script each. */
function runsOf(text: string): { script: Script; text: string }[] {
  const runs: { script: Script; text: string }[] = [];
  for (const sign of text) {
    const letter = TYPED[sign] ?? sign;
    const last = runs.at(-1);
    // A space is the same in all of them.
    const script = /\s/.test(letter) ? (last?.script ?? "latin") : scriptOf(letter);
    if (last?.script === script) last.text += letter;
    else runs.push({ script, text: letter });
  }
  return runs;
}

/**
 * A tagged document (PDF/UA): headings, paragraphs and facts are in its structure, its language and title are told, its
 * fonts are inside, so that a screen reader reads it and a program finds its words.
 */
export async function pdfOf({
  title,
  subtitle,
  parts,
  at,
  lang = "fr-FR",
  numbered = false,
}: PdfText): Promise<Buffer> {
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
    bufferPages: numbered,
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  for (const script of SCRIPTS) doc.registerFont(`text ${script}`, font(400, script));
  for (const script of SCRIPTS) doc.registerFont(`strong ${script}`, font(700, script));
  doc.registerFont("text", font(400)).registerFont("strong", font(700));
  const root = doc.struct("Document");
  doc.addStructure(root);
  const say = (tag: string, text: string, { face = "text", size = 11, gap = 6 } = {}) =>
    root.add(
      doc.struct(tag, {}, () => {
        const runs = runsOf(text);
        for (const [rank, run] of runs.entries()) {
          const continued = rank < runs.length - 1;
          doc.font(`${face} ${run.script}`).fontSize(size).text(run.text, { paragraphGap: gap, continued });
        }
      }),
    );
  say("H1", title, { face: "strong", size: 20 });
  if (subtitle) say("P", subtitle, { gap: 12 });
  for (const part of parts) {
    if ("heading" in part) say("H2", part.heading, { face: "strong", size: 14, gap: 8 });
    else if ("table" in part) addTable(doc, root, part.table);
    else if ("paragraph" in part) for (const text of part.paragraph.split(/\n{2,}/)) say("P", text);
    else for (const [name, value] of part.facts) say("P", `${name} : ${value}`, { gap: 3 });
  }
  root.end();
  if (numbered) numberPages(doc);
  doc.end();
  return whole;
}

/** Tagged as a table with its heads, which the types do not know yet either. */
function addTable(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, { columns, rows, rowHeight }: PdfTable) {
  const head = columns.map((text) => ({ text, type: "TH" as const, scope: "Column" }));
  const body = rows.map(([first = "", ...others]) => [
    { text: first, type: "TH" as const, scope: "Row" },
    ...others.map((text) => ({ text })),
  ]);
  const options = {
    structParent: root,
    rowStyles: (row: number) => (row === 0 || !rowHeight ? {} : { minHeight: rowHeight }),
    defaultStyle: { padding: 4, borderColor: "#929292", border: 0.75 },
    data: [head, ...body],
  };
  doc.font("text").fontSize(10).table(options);
  doc.moveDown();
}

/** An artifact of the pages: what reads the document aloud passes over it. */
function numberPages(doc: PDFKit.PDFDocument): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    const { width, height, margins } = doc.page;
    // Below the text, where a new page would begin.
    margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    doc
      .font("text")
      .fontSize(9)
      .text(`${page + 1} / ${count}`, margins.left, height - 40, {
        width: width - margins.left - margins.right,
        align: "center",
        lineBreak: false,
      });
    doc.endMarkedContent();
  }
}
