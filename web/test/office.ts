import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";

const run = promisify(execFile);

export const office = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path));

if (!office) console.warn("LibreOffice : passé, soffice n'est pas trouvé (paquet libreoffice-calc)");

/** A test that opens files with LibreOffice, where there is one; with CI=true its absence is a failure. */
export const withOffice = office ? test : test.skip;

// Semicolons, double quotes, UTF-8; in the French locale, whose language is 1036.
const FRENCH_CSV = "59,34,76,1,,1036";

/** The cells as LibreOffice shows them. */
export async function opened(file: Buffer, kind: "csv" | "xlsx"): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), "trame-office-"));
  try {
    const path = join(folder, `liste.${kind}`);
    await writeFile(path, file);
    const options = [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      ...(kind === "csv" ? [`--infilter=CSV:${FRENCH_CSV},false,true`] : []),
      "--convert-to",
      `csv:Text - txt - csv (StarCalc):${FRENCH_CSV},false,true,false`,
      "--outdir",
      join(folder, "out"),
      path,
    ];
    // As on a French desk.
    await run(office ?? "", options, { env: { ...process.env, LANG: "fr_FR.UTF-8", LC_ALL: "fr_FR.UTF-8" } });
    return parse(await readFile(join(folder, "out", "liste.csv")), {
      bom: true,
      delimiter: ";",
      relax_column_count: true,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
