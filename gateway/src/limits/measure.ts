import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** How large an operation is, fragments spread out. */
export interface Measure {
  depth: number;
  introspectionDepth: number;
  aliases: number;
  rootFields: number;
  /**
   * Objects that the answer may at most hold: a page counts as `first`, any other list as ten, a write as ten. Scalars
   * and introspection are free.
   */
  cost: number;
}

type Variables = Record<string, unknown>;

const PAGE = 20;
const LARGEST_PAGE = 100;
const LIST = 10;
const WRITE = 10;

/** The operation that `operationName` chooses, or the largest value of each measure when it chooses none. */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Variables,
): Measure {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const chosen = operations.filter(({ name }) => operationName && name?.value === operationName);
  const measures = (chosen.length > 0 ? chosen : operations).map((operation) =>
    measureOperation(schema, document, operation, variables),
  );
  return measures.reduce(largest, EMPTY);
}

/** What a selection set comes to for one object of its type. */
type Part = Omit<Measure, "rootFields"> & { fields: number };

const NOTHING: Part = { depth: 0, introspectionDepth: 0, aliases: 0, cost: 0, fields: 0 };
const EMPTY: Measure = { depth: 0, introspectionDepth: 0, aliases: 0, cost: 0, rootFields: 0 };

function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const values = { ...defaultsOf(operation), ...variables };
  // A fragment is measured once however often it is spread: measuring takes no longer than reading the document.
  const known = new Map<string, Part>();

  const ofSet = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, page: number): Part =>
    selections.map((selection) => ofSelection(selection, type, page)).reduce(together, NOTHING);

  function ofSelection(selection: SelectionNode, type: GraphQLNamedType | undefined, page: number): Part {
    if (selection.kind === Kind.FIELD) return ofField(selection, type, page);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, page);
    const condition = selection.typeCondition?.name.value;
    return ofSet(selection.selectionSet, condition ? schema.getType(condition) : type, page);
  }

  function ofFragment(name: string, page: number): Part {
    const key = `${name} ${page}`;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    // A fragment within itself is refused by validation; here it must only not go on for ever.
    if (!known.has(key)) {
      known.set(key, NOTHING);
      known.set(key, ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), page));
    }
    return known.get(key) ?? NOTHING;
  }

  function ofField(field: FieldNode, parent: GraphQLNamedType | undefined, page: number): Part {
    const aliases = field.alias ? 1 : 0;
    if (field.name.value.startsWith("__")) return ofIntrospection(field, aliases);
    const definition = definitionOf(parent, field.name.value);
    const type = definition && getNamedType(definition.type);
    const inside = field.selectionSet ? ofSet(field.selectionSet, type, pageOf(field, definition, values)) : NOTHING;
    return {
      ...inside,
      depth: inside.depth + 1,
      aliases: inside.aliases + aliases,
      cost: definition && isCompositeType(type) ? sizeOf(definition, page) * (1 + inside.cost) : 0,
      fields: 1,
    };
  }

  function ofIntrospection(field: FieldNode, aliases: number): Part {
    const inside = field.selectionSet ? ofSet(field.selectionSet, undefined, PAGE) : NOTHING;
    return { ...NOTHING, introspectionDepth: inside.depth + 1, aliases: inside.aliases + aliases, fields: 1 };
  }

  const root = schema.getRootType(operation.operation) ?? undefined;
  const { fields, ...part } = ofSet(operation.selectionSet, root, PAGE);
  return { ...part, rootFields: fields, cost: part.cost + (operation.operation === "mutation" ? fields * WRITE : 0) };
}

const largest = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
  aliases: Math.max(one.aliases, other.aliases),
  rootFields: Math.max(one.rootFields, other.rootFields),
  cost: Math.max(one.cost, other.cost),
});

const together = (one: Part, other: Part): Part => ({
  depth: Math.max(one.depth, other.depth),
  introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
  aliases: one.aliases + other.aliases,
  cost: one.cost + other.cost,
  fields: one.fields + other.fields,
});

type Definition = GraphQLField<unknown, unknown>;

function definitionOf(parent: GraphQLNamedType | undefined, name: string): Definition | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** The lists of a page are as long as the page was asked to be. */
function sizeOf({ name, type: output }: Definition, page: number): number {
  const type = isNonNullType(output) ? output.ofType : output;
  if (!isListType(type)) return 1;
  return name === "nodes" || name === "edges" ? page : LIST;
}

function pageOf(field: FieldNode, definition: Definition | undefined, variables: Variables): number {
  const given = field.arguments?.find(({ name }) => name.value === "first")?.value;
  const value = given?.kind === Kind.VARIABLE ? variables[given.name.value] : given && "value" in given && given.value;
  const page = Number(value || definition?.args.find(({ name }) => name === "first")?.defaultValue || PAGE);
  return page >= 0 && page <= LARGEST_PAGE ? page : LARGEST_PAGE;
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined,
    ]),
  );
}
