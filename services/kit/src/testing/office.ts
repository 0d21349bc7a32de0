import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

/** LibreOffice with its word processor, where there is one. */
export const writer = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path) && existsSync(join(dirname(realpathSync(path)), "libswlo.so")));

/** What it reads in a text document, as HTML. */
export async function readAsHtml(file: Buffer, kind: "odt"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trame-writer-"));
  try {
    await writeFile(join(folder, `text.${kind}`), file);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = [profile, "--headless", "--convert-to", "html:HTML (StarWriter)", "--outdir", folder];
    await promisify(execFile)(writer ?? "", [...options, join(folder, `text.${kind}`)]);
    return await readFile(join(folder, "text.html"), "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
