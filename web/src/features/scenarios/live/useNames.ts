import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { graphql } from "../../../gen/gql.ts";
import type { Names } from "./carets.ts";

const WRITER_NAME = graphql(`
  query WriterName($id: ID!) {
    person(id: $id) {
      id
      displayName
    }
  }
`);

/** The names of persons, asked of the graph as they come. The map stays the same, since editors hold it. */
export function useNames(personIds: readonly string[]): Names {
  const client = useApolloClient();
  const [names] = useState(() => new Map<string, string>());
  const [, setCount] = useState(0);
  const unknown = personIds.filter((id) => !names.has(id)).join(" ");
  useEffect(() => {
    for (const id of unknown.split(" ").filter(Boolean)) {
      names.set(id, "");
      client
        .query({ query: WRITER_NAME, variables: { id } })
        .then(({ data }) => {
          names.set(id, data?.person?.displayName ?? "");
          setCount((count) => count + 1);
        })
        .catch(() => names.delete(id));
    }
  }, [unknown, client, names]);
  return names;
}
