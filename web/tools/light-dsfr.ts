import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const inSources = (file: string) => fileURLToPath(new URL(`../src/ui/${file}`, import.meta.url));

/** What of react-dsfr is replaced in the browser's build, by how its modules name it. */
const LIGHTER: [RegExp, string][] = [
  // Every component takes `fr.cx` from a module that carries all colours: 13 kB compressed, of which two are needed.
  [/^\.{1,2}\/(?:\.\.\/)*fr$/, inSources("lightDsfr.ts")],
  [/^\.\/dsfr\/dsfr\.module$/, inSources("dsfrParts.ts")],
];

/** On the server react-dsfr stays whole. */
export function lightDsfr(): Plugin {
  return {
    name: "light-dsfr",
    apply: "build",
    enforce: "pre",
    resolveId(source, importer) {
      if (this.environment.name !== "client" || !importer?.includes("/react-dsfr/")) return null;
      return LIGHTER.find(([named]) => named.test(source))?.[1] ?? null;
    },
  };
}
