import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from "graphql";

/** The page's query without its other fields: an export asks for the rows again and again, and for nothing else. */
export function onlyField(document: DocumentNode, field: string): DocumentNode {
  const [whole] = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!whole) return document;
  const selections = whole.selectionSet.selections.filter(
    (one) => one.kind === Kind.FIELD && (one.alias ?? one.name).value === field,
  );
  const narrowed = { ...whole, selectionSet: { ...whole.selectionSet, selections } };
  const fragments = fragmentsOf(narrowed, document);
  const operation = withoutIdleVariables(narrowed, [narrowed, ...fragments]);
  return { ...document, definitions: [operation, ...fragments] };
}

type Definition = DocumentNode["definitions"][number];

/** Those that the operation spreads, and those that these spread. */
function fragmentsOf(operation: OperationDefinitionNode, document: DocumentNode): Definition[] {
  const names = new Set<string>();
  const look = (definition: Definition) =>
    visit(definition, {
      [Kind.FRAGMENT_SPREAD]({ name }: { name: { value: string } }) {
        if (names.has(name.value)) return;
        names.add(name.value);
        for (const one of document.definitions) {
          if (one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name.value) look(one);
        }
      },
    });
  look(operation);
  return document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION && names.has(one.name.value));
}

/** A variable that nothing uses any more makes a query invalid. */
function withoutIdleVariables(operation: OperationDefinitionNode, definitions: Definition[]): OperationDefinitionNode {
  const used = new Set<string>();
  for (const definition of definitions) {
    const part = definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : definition;
    visit(part, { [Kind.VARIABLE]: ({ name }: { name: { value: string } }) => void used.add(name.value) });
  }
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  return { ...operation, variableDefinitions };
}
