import { readdirSync, readFileSync } from "node:fs";
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from "graphql";
import type { Plugin } from "vite";

const CALL = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

/**
 * Codegen's graphql() looks its source up in one table of all documents, which would send every operation of the portal
 * to every page. In the build each call becomes its own document, in the page's own chunk.
 */
export function ownDocuments(): Plugin {
  let fragments: Map<string, FragmentDefinitionNode>;
  return {
    name: "own-documents",
    apply: "build",
    enforce: "pre",
    buildStart() {
      fragments = fragmentsUnder("src");
    },
    transform(code, id) {
      const path = id.split("?")[0] ?? id;
      if (!/\/src\/.*\.tsx?$/.test(path) || path.includes("/src/gen/")) return null;
      const replaced = code.replace(CALL, (_call, source: string) => JSON.stringify(whole(source, fragments)));
      return replaced === code ? null : { code: replaced, map: null };
    },
  };
}

function fragmentsUnder(folder: string): Map<string, FragmentDefinitionNode> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("gen/"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  const definitions = files
    .flatMap((code) => [...code.matchAll(CALL)])
    .flatMap(([, source = ""]) => parse(source, { noLocation: true }).definitions)
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(definitions.map((definition) => [definition.name.value, definition]));
}

/** The document with every fragment that it spreads, directly or not, once. */
function whole(source: string, fragments: Map<string, FragmentDefinitionNode>): DocumentNode {
  const own = parse(source, { noLocation: true });
  const needed = new Map<string, FragmentDefinitionNode>();
  const collect = (node: DocumentNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment) throw new Error(`Unknown fragment: ${value}`);
        if (needed.has(value)) return;
        needed.set(value, fragment);
        collect(fragment);
      },
    });
  collect(own);
  return { ...own, definitions: [...own.definitions, ...needed.values()] };
}
