import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface ReadPdf {
  text: string;
  title: string;
  language: string;
  /** Roles of its structure in reading order: H1, P… None means that it is not tagged. */
  roles: string[];
}

const READ = `
import { extractText, getDocumentProxy } from "unpdf";
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
const { text } = await extractText(pdf, { mergePages: true });
const { info } = await pdf.getMetadata();
const roles = [];
const walk = (node) => { if (node?.role) roles.push(node.role); for (const child of node?.children ?? []) walk(child); };
for (let page = 1; page <= pdf.numPages; page++) walk(await (await pdf.getPage(page)).getStructTree());
console.log(JSON.stringify({ text, title: info.Title, language: info.Language, roles }));`;

/** What a program finds in a PDF, in a process of its own: the reader is an ES module, Jest is not. */
export const readPdf = (pdf: Buffer): ReadPdf =>
  JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", READ], {
      input: pdf,
      cwd: fileURLToPath(new URL(".", import.meta.url)),
      encoding: "utf8",
    }),
  ) as ReadPdf;
