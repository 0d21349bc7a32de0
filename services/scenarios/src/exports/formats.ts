import { readFileParts } from "@trame/kit/files/store";
import { pdfOf } from "@trame/kit/pdf";
import type { Db } from "../database.ts";
import type { Scenario } from "../domain/scenario.ts";
import { describe, rowsToDescribe } from "../records/described.ts";
import { recordIdOf } from "../records/identifier.ts";
import { scolomfr } from "../records/scolomfr.ts";
import { documentOf } from "../records/xml.ts";
import type { ExportFormat } from "../store/exports.ts";
import { archiveOf, type Entry } from "./archive.ts";
import { markdownOf } from "./markdown.ts";
import { odtOf } from "./odt.ts";
import { told } from "./read.ts";
import { sheetOf } from "./sheet.ts";

export const EXPORTS: Record<ExportFormat, { extension: string; type: string }> = {
  PDF: { extension: "pdf", type: "application/pdf" },
  ODT: { extension: "odt", type: "application/vnd.oasis.opendocument.text" },
  MARKDOWN: { extension: "md", type: "text/markdown; charset=utf-8; variant=CommonMark" },
  ZIP: { extension: "zip", type: "application/zip" },
};

/** Where it is downloaded, under the public origin. */
export const exportPath = (slug: string, format: ExportFormat): string =>
  `/scenarios/${slug}.${EXPORTS[format].extension}`;

/** The bytes of a scenario in one format, as they come. */
export async function* exported(
  db: Db,
  scenario: Scenario,
  { format, origin }: { format: ExportFormat; origin: string },
): AsyncGenerator<Uint8Array> {
  const sheet = sheetOf(await told(db, scenario, origin));
  switch (format) {
    case "PDF":
      yield await pdfOf({ ...sheet, numbered: true });
      return;
    case "ODT":
      yield odtOf(sheet);
      return;
    case "MARKDOWN":
      yield Buffer.from(markdownOf(sheet));
      return;
    case "ZIP": {
      const documents = [
        { name: "scenario.md", parts: [Buffer.from(markdownOf(sheet))] },
        { name: "scenario.odt", packed: true, parts: [odtOf(sheet)] },
        ...(await record(db, scenario, origin)),
      ];
      yield* archiveOf([...documents, ...attachments(db, scenario)], sheet.at);
    }
  }
}

/** Named by rank, since two resources may have files of one name. */
const attachments = (db: Db, { resources }: Scenario): Entry[] =>
  resources
    .flatMap(({ file }) => file ?? [])
    .map(({ id, name, type }, rank) => ({
      name: `ressources/${String(rank + 1).padStart(2, "0")} ${name}`,
      packed: type !== "text/plain",
      parts: readFileParts(db, id),
    }));

/** The record that catalogues read, of what is public. */
async function record(db: Db, { id, state }: Scenario, origin: string): Promise<Entry[]> {
  if (state !== "PUBLISHED") return [];
  const [described] = await describe(db, origin, await rowsToDescribe(db, { id }));
  if (!described) return [];
  const xml = documentOf(scolomfr(described, recordIdOf(origin, id)));
  return [{ name: "scolomfr.xml", parts: [Buffer.from(xml)] }];
}
