import type { ApolloClient, OperationVariables } from "@apollo/client";
import type { DocumentNode } from "graphql";
import { failuresOf } from "../apollo/page.ts";
import type { Column } from "../ui/list/columns.ts";
import { onlyField } from "./only.ts";

/** Any list of the portal, as an export needs it. */
export interface ExportedList {
  name: string;
  title: string;
  path: string;
  field: string;
  query: DocumentNode;
  // The registry holds lists of many kinds of rows; each list's columns read its own.
  columnsAt: (search: URLSearchParams) => Column<never>[];
  connectionOf: (
    data: never,
  ) => { nodes: readonly unknown[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } } | null | undefined;
  variablesAt: (search: URLSearchParams, page: { first: number; after: string | null }) => OperationVariables;
}

/** A service did not answer, or refused: there is no file, not half of one. */
export class ExportFailed extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`export: ${code}`);
    this.code = code;
  }
}

const PAGE = 100;

/** Every row of the list as the person may read it, one page in memory at a time. */
export async function* rowsOf(list: ExportedList, client: ApolloClient, search: URLSearchParams) {
  const query = onlyField(list.query, list.field);
  let after: string | null = null;
  do {
    const variables = list.variablesAt(search, { first: PAGE, after });
    const { data, error } = await client.query({ query, variables, errorPolicy: "all", fetchPolicy: "no-cache" });
    const [failure] = failuresOf(error);
    if (failure) throw new ExportFailed(failure.code);
    const connection = list.connectionOf(data as never);
    if (!connection) throw new ExportFailed("UNAUTHENTICATED");
    yield* connection.nodes;
    const { hasNextPage, endCursor }: { hasNextPage: boolean; endCursor?: string | null } = connection.pageInfo;
    after = hasNextPage ? (endCursor ?? null) : null;
  } while (after);
}
