import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

/** Files as libxml2 sees them: by their place under the schema's folder. */
function filesBelow(folder: string, below = ""): { fileName: string; contents: string }[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const fileName = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return filesBelow(folder, fileName);
    return entry.name.endsWith(".xsd") ? [{ fileName, contents: readFileSync(join(folder, fileName), "utf8") }] : [];
  });
}

const LARGE = 65_536 / 64;

/** What libxml2 says against these documents: nothing, when they are valid. */
export async function objections(name: string, entry: string, documents: readonly string[]): Promise<string[]> {
  const files = filesBelow(join(__dirname, "schemas", name));
  const schema = files.find(({ fileName }) => fileName === entry);
  if (!schema) throw new Error(`no schema ${name}/${entry}`);
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [schema],
    preload: files.filter((file) => file !== schema),
    initialMemoryPages: LARGE,
    maxMemoryPages: 2 * LARGE,
  });
  return errors.map(({ message, rawMessage }) => message || rawMessage);
}
