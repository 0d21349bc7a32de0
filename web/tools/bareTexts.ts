import ts from "typescript";

/** Where French is no text of the interface. */
const KEPT = [
  // Names of languages, of the publisher, of the ministry.
  "src/language.ts",
  "src/brand.ts",
  // The words by which one looks for a level of the French school.
  "src/features/scenarios/vocabularies.ts",
  // Describes a French resource to harvesters.
  "src/routes/scenario/learningResource.ts",
];

/** Texts that no macro holds: in JSX any word, in a string what has French letters or marks. */
export function bareTexts(path: string, code: string): string[] {
  if (KEPT.includes(path)) return [];
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || isHeld(node)) return;
    if (isBare(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} : « ${node.getText().trim()} » : hors de t et de <Trans>`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Held by a macro, which the catalogue knows; or a document of the graph. */
function isHeld(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return ["t", "msg"].includes(node.tag.getText());
  if (ts.isCallExpression(node)) return ["plural", "select", "graphql"].includes(node.expression.getText());
  if (ts.isNewExpression(node)) return node.expression.getText().endsWith("Error");
  return ts.isJsxElement(node) && node.openingElement.tagName.getText() === "Trans";
}

function isBare(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return /\p{L}{2}/u.test(node.text);
  const isText = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);
  return isText && /[À-ÿŒœ’«»]/.test(node.text);
}
