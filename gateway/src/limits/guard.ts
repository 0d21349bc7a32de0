import { type DocumentNode, GraphQLError, type GraphQLSchema, Lexer, parse, Source, TokenKind } from "graphql";
import { createLru } from "../lru.ts";
import { INTROSPECTION_DEPTH, type Limits } from "./limits.ts";
import { measure } from "./measure.ts";

export interface Operation {
  query: string;
  operationName?: string;
  variables: Record<string, unknown>;
}

interface Known {
  tokens: number;
  document: DocumentNode;
}

/**
 * Refuses what is too large before it is validated or planned: Apollo skips the validation of a document that it has
 * seen, so that a limit by kind of caller cannot be one of its rules.
 */
export function createGuard(schema: () => GraphQLSchema): (operation: Operation, limits: Limits) => void {
  const known = createLru<Known>(1_000);

  function read(query: string, limits: Limits): Known | undefined {
    const found = known.get(query);
    if (found) return found;
    const tokens = countTokens(query, limits.tokens);
    demand("TOKEN_LIMIT", tokens, limits.tokens, "symboles");
    const document = parseOrNot(query);
    if (!document) return undefined;
    known.set(query, { tokens, document });
    return { tokens, document };
  }

  return ({ query, operationName, variables }, limits) => {
    const operation = read(query, limits);
    // What cannot be parsed gets its error from Apollo.
    if (!operation) return;
    demand("TOKEN_LIMIT", operation.tokens, limits.tokens, "symboles");
    const found = measure(schema(), operation.document, operationName, variables);
    demand("DEPTH_LIMIT", found.depth, limits.depth, "niveaux de profondeur");
    demand("DEPTH_LIMIT", found.introspectionDepth, INTROSPECTION_DEPTH, "niveaux de profondeur en introspection");
    demand("ALIAS_LIMIT", found.aliases, limits.aliases, "alias");
    demand("ROOT_FIELD_LIMIT", found.rootFields, limits.rootFields, "champs à la racine");
    demand("COST_LIMIT", found.cost, limits.cost, "objets");
  };
}

function demand(code: string, found: number, limit: number, unit: string): void {
  if (found <= limit) return;
  throw new GraphQLError(
    `Opération trop grande : ${limit} ${unit} au plus. Demandez moins de champs, ou des pages plus courtes.`,
    { extensions: { code, limit } },
  );
}

/** Stops counting once there are too many. */
function countTokens(query: string, limit: number): number {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  try {
    while (count <= limit && lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    // A syntax error: parsing says it better.
  }
  return count;
}

function parseOrNot(query: string): DocumentNode | undefined {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return undefined;
  }
}
