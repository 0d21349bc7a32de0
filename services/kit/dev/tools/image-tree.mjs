// Lays out what the image of one part holds: its files, the files of node_modules that its programs reach, and their
// bill of materials. Only node_modules that were installed from the lock file are read; nothing is fetched.
//   node services/kit/dev/tools/image-tree.mjs <service | gateway | web> <folder>
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { nodeFileTrace } from "@vercel/nft";
import { billOf } from "./image-bill.mjs";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const [part, folder] = process.argv.slice(2);
if (!part || !folder) throw new Error("image-tree <service | gateway | web> <folder>");
const target = resolve(folder);
const home = existsSync(join(root, "services", part)) ? join("services", part) : part;
const manifest = JSON.parse(readFileSync(join(root, home, "package.json"), "utf8"));

/** Read by a path that no import names. */
const BESIDE = { "dist/migrate.js": ["@prisma/schema-engine-wasm/schema_engine_bg"] };
/** What programs would take if it were there, and do without; and the portal's renderers, which are programs themselves. */
const OPTIONAL = /"(file:[^"]*|pg-native|cloudflare:sockets|encoding|utf-8-validate|bufferutil)"/;

rmSync(target, { recursive: true, force: true });
const files = manifest.files.filter((file) => existsSync(join(root, home, file)));
const missing = files.length === 0 || !existsSync(join(root, home, manifest.main));
if (missing) throw new Error(`${home} is not built: ${manifest.main} is missing`);
for (const file of files) copy(join(home, file), join("service", file));
if (home.startsWith("services/")) copy("services/kit/common.graphql", "kit/common.graphql");
copy("LICENSE", "LICENSE");
const { name, version, license, type, main } = manifest;
write("service/package.json", { name, version, license, type, main, private: true });

const reached = await reachedFiles([...files.filter((file) => /\.m?js$/.test(file)), ...renderers()]);
for (const file of reached) copy(file, placeOf(file));
write("sbom.cdx.json", billOf(root, manifest, foldersOf(reached)));

/** The portal's server takes them by an address that it puts together: one for each language. */
function renderers() {
  const inside = files.filter((file) => statSync(join(root, home, file)).isDirectory());
  return inside.flatMap((folder) =>
    readdirSync(join(root, home, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("server/index.js"))
      .map((file) => join(folder, file)),
  );
}

async function reachedFiles(programs) {
  const { fileList, warnings } = await nodeFileTrace(
    programs.map((file) => join(root, home, file)),
    { base: root, ignore: [`${home}/build/**/client/**`], conditions: ["node", "production", "module-sync"] },
  );
  const unknown = [...warnings].filter(({ message }) => message.includes("resolve") && !OPTIONAL.test(message));
  if (unknown.length > 0) throw new Error(unknown.map(({ message }) => message).join("\n"));
  const beside = programs.flatMap((file) => BESIDE[file] ?? []).map(wasmOf);
  const fonts = fileList.has("node_modules/pdfkit/package.json") ? fontFiles() : [];
  return [...fileList, ...beside, ...fonts].filter(
    (file) => file.includes("node_modules/") && !statSync(file).isDirectory(),
  );
}

/** What writes PDF documents (kit/src/pdf.ts) takes its fonts by names that it puts together. */
function fontFiles() {
  const home = "node_modules/@fontsource/source-sans-3";
  const used = readdirSync(join(root, home, "files")).filter((file) =>
    /-(latin|latin-ext|greek|cyrillic)-(400|700)-normal\.woff$/.test(file),
  );
  return [`${home}/package.json`, `${home}/LICENSE`, ...used.map((file) => `${home}/files/${file}`)];
}

function wasmOf(specifier) {
  const js = createRequire(join(root, "services/kit/package.json")).resolve(specifier);
  return relative(root, js.replace(/\.js$/, ".wasm"));
}

/** A version that one workspace alone needs lies in its own node_modules, here as there. */
function placeOf(file) {
  if (file.startsWith("node_modules/")) return file;
  if (file.startsWith(`${home}/node_modules/`)) return file.replace(home, "service");
  throw new Error(`${file} belongs to another workspace: let ${home} depend on it itself`);
}

function foldersOf(list) {
  return new Set(list.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)[0]));
}

function copy(from, to) {
  cpSync(join(root, from), join(target, to), { recursive: true, dereference: true });
}

function write(file, value) {
  mkdirSync(dirname(join(target, file)), { recursive: true });
  writeFileSync(join(target, file), `${JSON.stringify(value, null, 2)}\n`);
}
