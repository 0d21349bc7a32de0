import type { OperationVariables } from "@apollo/client";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type LoaderFunctionArgs, redirect } from "react-router";
import { definePage, type PageSpec } from "../../apollo/page.ts";

interface Listed<Data, Variables> {
  query: TypedDocumentNode<Data, Variables>;
  variablesAt: (search: URLSearchParams) => Variables;
  canonical: (url: URL) => string | null;
}

/** The page of a list: what it reads follows the address, of which each view has one. */
export function listPage<Data, Variables extends OperationVariables>(
  list: Listed<Data, Variables>,
  spec: Omit<PageSpec<Data, Variables>, "query" | "variables">,
) {
  const page = definePage({ ...spec, query: list.query, variables: ({ search }) => list.variablesAt(search) });
  const elsewhere = (request: Request) => {
    const address = list.canonical(new URL(request.url));
    return address ? redirect(address) : null;
  };
  return {
    ...page,
    loader: (args: LoaderFunctionArgs) => elsewhere(args.request) ?? page.loader(args),
    clientLoader: (args: Pick<LoaderFunctionArgs, "request" | "params">) =>
      elsewhere(args.request) ?? page.clientLoader(args),
  };
}
