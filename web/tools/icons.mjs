// Writes src/styles/icons.css: the DSFR icons named in src/, and those that the imported react-dsfr modules set themselves
// (Display sets fr-icon-theme-fill): an icon left out shows as a full square. Runs in web/.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const dsfr = dirname(createRequire(import.meta.url).resolve("@codegouvfr/react-dsfr/package.json"));
const css = readFileSync(join(dsfr, "dsfr/utility/icons/icons.main.css"), "utf8");

const filesUnder = (folder, pattern) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));
const matches = (files, pattern, group) =>
  files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(pattern)].map((found) => found[group]));

const sources = filesUnder("src", /\.tsx?$/);
const modules = new Set(matches(sources, /react-dsfr\/([A-Z]\w+)"/g, 1));
const moduleFiles = [...modules].flatMap((name) => {
  const folder = join(dsfr, name);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? filesUnder(folder, /\.js$/) : [`${folder}.js`];
});
const used = new Set(matches([...sources, ...moduleFiles], /fr-icon-[a-z0-9-]+/g, 0));

const rules = [...used].sort().map((icon) => {
  const rule = css.match(new RegExp(`\\.${icon}::before,\\s*\\.${icon}::after \\{[^}]*\\}`))?.[0];
  if (!rule) throw new Error(`Unknown DSFR icon: ${icon}`);
  return rule.replaceAll(/url\("[^"]*?icons\//g, 'url("@codegouvfr/react-dsfr/dsfr/icons/');
});
writeFileSync("src/styles/icons.css", `${rules.join("\n")}\n`);
