import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { bareTexts } from "./bareTexts.ts";
import { type Catalogue, type Compiled, FILE, readEnglish, written } from "./catalogue.ts";
import { translated } from "./language.ts";

// Brings texts/en.po to what the code says, and says what still needs English. With --check nothing is written.

const root = new URL("..", import.meta.url).pathname;
const check = process.argv.includes("--check");

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("gen/"))
  .sort()
  .map((name) => ({ path: `src/${name}`, code: readFileSync(join(root, "src", name), "utf8") }));

/** Every text of the code, with the files that say it. */
async function textsOfTheCode(): Promise<Catalogue> {
  const found: Catalogue = {};
  for (const { path, code } of sources) {
    await translated(code, path, (id, message) => {
      const origin = found[id]?.origin ?? [];
      found[id] = {
        message,
        translation: "",
        origin: origin.some(([file]) => file === path) ? origin : [...origin, [path]],
      };
      return compileMessageOrThrow(message);
    });
  }
  return found;
}

/** What a message fills in, and the elements around its parts: the same in both languages. */
function slotsOf(compiled: Compiled): string[] {
  const slots = compiled.flatMap((token) => {
    if (typeof token === "string") return [...token.matchAll(/<\/?\w+\/?>/g)].map(([tag]) => tag);
    const [name, , format] = token;
    const choices = format && typeof format === "object" ? Object.values(format) : [];
    return [name, ...choices.flatMap((choice) => (Array.isArray(choice) ? slotsOf(choice) : []))];
  });
  return [...new Set(slots)].filter((slot) => slot !== "#").sort();
}

function faultOf(french: string, english: string | undefined): string | undefined {
  if (!english) return "sans anglais";
  try {
    const [one, other] = [french, english].map((message) => slotsOf(compileMessageOrThrow(message)).join(" "));
    return one === other ? undefined : `ce qui est inséré diffère (${one} / ${other})`;
  } catch (error) {
    return String(error);
  }
}

const [code, english] = [await textsOfTheCode(), await readEnglish()];
const merged: Catalogue = {};
for (const [id, entry] of Object.entries(code)) {
  merged[id] = { ...entry, translation: english[id]?.translation ?? "", comments: english[id]?.comments };
}
const faults = Object.values(merged).flatMap(({ message = "", translation, origin }) => {
  const fault = faultOf(message, translation);
  return fault ? [`${origin?.[0]?.[0]} : « ${message} » : ${fault}`] : [];
});
faults.push(...sources.flatMap(({ path, code }) => bareTexts(path, code)));
const unused = Object.keys(english).filter((id) => !code[id]);

if (!check) writeFileSync(FILE, await written(merged));
if (check && unused.length > 0)
  faults.push(`${unused.length} texte(s) de en.po que rien n'emploie : npm run texts --workspace web`);
for (const fault of faults) console.error(fault);
console.log(`${Object.keys(code).length} textes, ${faults.length} à reprendre.`);
process.exitCode = check && faults.length > 0 ? 1 : 0;
