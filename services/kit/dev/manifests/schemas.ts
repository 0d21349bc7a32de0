import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../programs.ts";
import type { Manifest } from "./kustomize.ts";

const require = createRequire(import.meta.url);
const models = dirname(require.resolve("kubernetes-models"));
const operators = join(root, "services/kit/dev/manifests/operators.ts");

/** The API's own schemas: what is missing, or has a value that is not allowed. */
export function schemaErrors(manifest: Manifest): string[] {
  const folder = modelsOf(manifest.apiVersion);
  if (!folder) return [];
  const { [manifest.kind]: Model } = require(folder) as Record<string, new (data: Manifest) => { validate(): void }>;
  if (!Model) return [`${titleOf(manifest)}: no such kind`];
  try {
    new Model(manifest).validate();
    return [];
  } catch (error) {
    return [`${titleOf(manifest)}: ${(error as Error).message}`];
  }
}

/** Fields that the API does not know, which a cluster would drop without a word: TypeScript finds them. */
export function unknownFields(manifests: Manifest[]): string {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "manifests-"));
  const file = join(folder, "manifests.ts");
  const lines = manifests.map(
    (manifest, index) => `export const m${index}: ${typeOf(manifest)} = ${JSON.stringify(manifest)};`,
  );
  writeFileSync(file, lines.join("\n"));
  const options = ["--noEmit", "--skipLibCheck", "--ignoreConfig", "--module", "esnext", "--target", "es2023"];
  const resolution = ["--moduleResolution", "bundler", "--allowImportingTsExtensions", "--types", ""];
  try {
    execFileSync(join(root, "node_modules/.bin/tsc"), [...options, ...resolution, file], { encoding: "utf8" });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const typeOf = ({ apiVersion, kind }: Manifest) =>
  modelsOf(apiVersion)
    ? `import("kubernetes-models/${apiVersion}").I${kind}`
    : `import(${JSON.stringify(operators)}).${kind}`;

function modelsOf(apiVersion: string): string | undefined {
  const folder = join(models, apiVersion);
  return existsSync(folder) ? folder : undefined;
}

const titleOf = ({ kind, metadata }: Manifest) => `${kind} ${metadata.name}`;
