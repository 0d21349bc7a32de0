import type { GraphQLDataSource } from "@apollo/gateway";
import { type FieldNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from "graphql";
import type { SubgraphName } from "./config.ts";
import type { SubgraphAnswer, SubgraphClient, SubgraphError, SubgraphRequest } from "./subgraph-client.ts";

/** What one GraphQL request brings to each subgraph that it touches. */
export interface GatewayContext {
  /** x-trame-actor, x-request-id, traceparent. */
  headers: Record<string, string>;
  /** The client's operation, by a name that is known. */
  operation: string;
}

/** Asks a subgraph. One that does not answer nulls its own fields, each with an error that says so. */
export function subgraphDataSource(client: SubgraphClient): GraphQLDataSource<GatewayContext> {
  return {
    async process({ request: { query, variables, operationName }, context }) {
      const request = { query: query ?? "", variables, operationName };
      try {
        return withKnownExtensions(await client.send(request, context.headers), request);
      } catch {
        return { errors: unavailable(client.name, request) };
      }
    },
  };
}

const LABELS: Record<SubgraphName, string> = {
  projects: "des projets",
  people: "des personnes",
  scenarios: "des scénarios",
  meetings: "des réunions",
  communications: "de communication",
};

const unavailable = (name: SubgraphName, request: SubgraphRequest): SubgraphError[] =>
  pathsOf(request).map((path) => ({
    message: `Le service ${LABELS[name]} ne répond pas : cette partie de la réponse manque.`,
    path,
    extensions: { code: "SUBGRAPH_UNAVAILABLE" },
  }));

/** Nothing of a subgraph's inside goes out: only what a client may act on. */
const KNOWN = ["code", "reason", "field", "requirement"];

function withKnownExtensions(answer: SubgraphAnswer, request: SubgraphRequest) {
  if (!answer.errors) return answer;
  const [first] = pathsOf(request);
  return {
    data: answer.data,
    errors: answer.errors.map(({ message, path = first, extensions = {} }) => ({
      message,
      path,
      extensions: Object.fromEntries(Object.entries(extensions).filter(([name]) => KNOWN.includes(name))),
    })),
  };
}

const MOST_PATHS = 100;

/**
 * The fields that a failed request should have filled: its root fields, or for entities each field of each one. The
 * gateway then turns `_entities.0.meetings` into the place where the client asked for it.
 */
function pathsOf({ query, variables }: SubgraphRequest): (string | number)[][] {
  const operation = parse(query, { noLocation: true }).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const roots = operation ? fieldsOf(operation.selectionSet) : [];
  return roots.flatMap((root) => (root.name.value === "_entities" ? entityPaths(root, variables) : [[nameOf(root)]]));
}

function entityPaths(root: FieldNode, variables: SubgraphRequest["variables"]): (string | number)[][] {
  const representations = variables?.representations as { __typename?: string }[] | undefined;
  const selections = root.selectionSet?.selections ?? [];
  const paths = (representations ?? []).flatMap(({ __typename }, index) =>
    selections.flatMap((selection) =>
      selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition?.name.value === __typename
        ? fieldsOf(selection.selectionSet).map((field) => ["_entities", index, nameOf(field)])
        : [],
    ),
  );
  return paths.slice(0, MOST_PATHS);
}

const fieldsOf = ({ selections }: SelectionSetNode) =>
  selections.filter(
    (selection) => selection.kind === Kind.FIELD && selection.name.value !== "__typename",
  ) as FieldNode[];

const nameOf = ({ alias, name }: FieldNode) => alias?.value ?? name.value;
