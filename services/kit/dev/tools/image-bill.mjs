// The bill of materials of an image (CycloneDX 1.6), of what lies in it and nothing else. npm's own (`npm sbom`) refuses
// a tree with two TypeScripts, and would list everything that is installed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `folders`: paths of packages, as package-lock.json names them. */
export function billOf(root, { name, version, license }, folders) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const read = (folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const found = [...folders].map((folder) => ({ folder, manifest: read(folder), lock: packages[folder] }));
  const unlocked = found.filter(({ lock }) => !lock).map(({ folder }) => folder);
  if (unlocked.length > 0) throw new Error(`not in package-lock.json: ${unlocked.join(", ")}`);
  const components = found.map(({ folder, manifest, lock }) => componentOf(manifest, lock, join(root, folder)));
  const byRef = new Map(components.map((component) => [component["bom-ref"], component]));
  const sorted = [...byRef.values()].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": `${name}@${version}`, name, version, ...licences(license) },
    },
    components: sorted,
  };
}

function componentOf({ name, version, license, licenses }, { integrity, license: locked }, folder) {
  const named = licences(license ?? locked ?? licenses?.[0]);
  return {
    type: "library",
    "bom-ref": `${name}@${version}`,
    name,
    version,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    ...(named.licenses ? named : licenceText(folder)),
    ...(integrity?.startsWith("sha512-") && {
      hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") }],
    }),
  };
}

function licences(license) {
  const text = typeof license === "object" ? license.type : license;
  return text ? { licenses: [{ expression: text }] } : {};
}

/** A package that names no licence may still bring its text, whose first line says which it is. */
function licenceText(folder) {
  const file = join(folder, "LICENSE");
  if (!existsSync(file)) return {};
  const content = readFileSync(file, "utf8");
  const name = content.trim().split("\n", 1)[0];
  return { licenses: [{ license: { name, text: { content } } }] };
}
