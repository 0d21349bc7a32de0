import { transform } from "@swc/core";
import ts from "typescript";
import type { Plugin } from "vite";
import { type Compiled, catalogueOf, type Say } from "./catalogue.ts";
import macro from "./macro.json" with { type: "json" };

const MACRO = /@lingui\/(core|react)\/macro/;

/**
 * One build speaks one language. Lingui's macros are turned into calls, and each message into its translation, compiled:
 * a page carries the texts that it shows, in its own language, and no catalogue.
 */
export function oneLanguage(language: string): Plugin {
  let say: Say;
  return {
    name: "one-language",
    enforce: "pre",
    async buildStart() {
      say = await catalogueOf(language);
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?(\?|$)/, code: MACRO },
      handler: async (source, id) => ({ code: await translated(source, id, say), map: null }),
    },
  };
}

const parsing = {
  swcrc: false,
  configFile: false,
  jsc: {
    parser: { syntax: "typescript", tsx: true },
    transform: { react: { runtime: "preserve" }, verbatimModuleSyntax: true },
    target: "es2022",
    experimental: macro,
  },
} as Parameters<typeof transform>[1];

/** A module with its texts in one language. */
export async function translated(source: string, path: string, say: Say): Promise<string> {
  if (!MACRO.test(source)) return source;
  const { code } = await transform(source, { ...parsing, filename: path.split("?")[0] });
  return inLanguage(code, say);
}

interface Change {
  node: ts.Node;
  text: string;
}

/** The macros have become `_({ id, message, values })`, or the same object spread into `<Trans>`. */
function inLanguage(code: string, say: Say): string {
  const file = ts.createSourceFile("code.jsx", code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JSX);
  const changes: Change[] = [];
  const visit = (node: ts.Node): void => {
    const message = ts.isObjectLiteralExpression(node) ? messageOf(node, say) : undefined;
    const text = message && plainText(message);
    const place = text === undefined ? undefined : placeOf(node);
    if (place) {
      changes.push({
        node: place,
        text: ts.isCallExpression(place) ? JSON.stringify(text) : `<>{${JSON.stringify(text)}}</>`,
      });
      return;
    }
    if (message) {
      changes.push({ node: message.id, text: '""' });
      changes.push({ node: message.message, text: JSON.stringify(message.compiled) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return applied(code, changes);
}

/** What a plain text can stand for: the call, or the whole `<Trans>`. */
function placeOf({ parent }: ts.Node): ts.Node | undefined {
  if (ts.isCallExpression(parent) && parent.expression.getText() === "$_i18n._") return parent;
  const element = ts.isJsxSpreadAttribute(parent) ? parent.parent.parent : undefined;
  return element && ts.isJsxSelfClosingElement(element) && element.tagName.getText() === "Trans_" ? element : undefined;
}

/** The object that the macro marks with a comment of its own. */
function messageOf(object: ts.ObjectLiteralExpression, say: Say) {
  if (!object.getFullText().trimStart().startsWith("/*i18n*/")) return undefined;
  const [id, message, values, components] = ["id", "message", "values", "components"].map((name) =>
    valueIn(object, name),
  );
  if (!id || !message || !ts.isStringLiteral(id) || !ts.isStringLiteral(message)) return undefined;
  return { id, message, filled: Boolean(values ?? components), compiled: say(id.text, message.text) };
}

const valueIn = (object: ts.ObjectLiteralExpression, name: string) =>
  object.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === name)?.initializer;

/** Of a message that fills nothing in and wraps nothing. */
const plainText = ({ filled, compiled }: { filled: boolean; compiled: Compiled }) =>
  !filled && compiled.every((token) => typeof token === "string") ? compiled.join("") : undefined;

function applied(code: string, changes: Change[]): string {
  let done = "";
  let from = 0;
  for (const { node, text } of changes.sort((one, other) => one.node.getStart() - other.node.getStart())) {
    done += code.slice(from, node.getStart()) + text;
    from = node.end;
  }
  return done + code.slice(from);
}
