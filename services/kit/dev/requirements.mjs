// docs/requirements.md: each requirement of the specification, and the tests whose names say that they hold it.
// --check fails when the committed table is not what the tests say.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const target = join(root, "docs/requirements.md");
const requirements = JSON.parse(readFileSync(new URL("requirements.json", import.meta.url), "utf8"));
const LEVELS = { M: "doit", S: "devrait", P: "peut" };
/** A call whose first argument is a string: test("…", it("…", and what test.each(…) returns. */
const TITLES = /\(\s*(["'`])((?:(?!\1)[^\\]|\\.)*)\1\s*,/g;

const table = render(collect());
if (!process.argv.includes("--check")) {
  mkdirSync(join(root, "docs"), { recursive: true });
  writeFileSync(target, table);
} else if (!existsSync(target) || readFileSync(target, "utf8") !== table) {
  console.error("docs/requirements.md ne dit plus ce que disent les tests : node services/kit/dev/requirements.mjs");
  process.exit(1);
}

function collect() {
  const found = new Map(Object.keys(requirements).map((id) => [id, []]));
  for (const file of testFiles()) {
    for (const [, , title] of readFileSync(file, "utf8").matchAll(TITLES)) {
      for (const id of idsIn(title)) found.get(id)?.push({ title, file: relative(root, file) });
    }
  }
  return found;
}

function testFiles() {
  const folders = [...readdirSync(join(root, "services")).map((name) => `services/${name}`), "gateway", "web"];
  const places = folders.flatMap((folder) => ["test", "e2e", "src"].map((place) => join(root, folder, place)));
  return places
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place, { recursive: true }).map((name) => join(place, name)))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .sort();
}

/** "R12, R14–R16" names four. */
function idsIn(title) {
  const ids = new Set();
  for (const [, first, last = first] of title.matchAll(/\bR(\d\d)(?:\s?[–-]\s?R(\d\d))?\b/g)) {
    for (let n = Number(first); n <= Number(last); n++) ids.add(`R${String(n).padStart(2, "0")}`);
  }
  return ids;
}

function render(found) {
  const covered = [...found.values()].filter((tests) => tests.length > 0).length;
  const rows = [...found].map(([id, tests]) => {
    const { level, sentence } = requirements[id];
    const names = tests.map(({ title, file }) => `${cell(title)} ([${file.split("/").at(-1)}](../${file}))`);
    return `| ${id} | ${LEVELS[level]} | ${cell(sentence)} | ${names.join("<br>")} |`;
  });
  return `<!-- biome-ignore-all format: generated -->
# Requirements and the tests that hold them

Generated from the names of the tests by \`node services/kit/dev/requirements.mjs\`. The sentences are those of the
specification (TraAM 2019-2020). ${covered} of ${found.size} are named by a test.

| | niveau | phrase du cahier des charges | tests |
|---|---|---|---|
${rows.join("\n")}
`;
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
