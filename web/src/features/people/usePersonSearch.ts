import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { PersonSearchQuery } from "../../gen/graphql.ts";

const PERSON_SEARCH = graphql(`
  query PersonSearch($search: String!, $filter: PersonFilter) {
    persons(search: $search, filter: $filter, first: 10) {
      nodes {
        id
        displayName
        position
        establishment
        academy {
          code
          name
        }
      }
    }
  }
`);

export type FoundPerson = NonNullable<PersonSearchQuery["persons"]>["nodes"][number];

type SearchState = "idle" | "searching" | "found" | "failed";

const PAUSE = 250;

/** Asks the directory a moment after the last letter; an answer that comes late is put aside. */
export function usePersonSearch(academyCode: string | undefined) {
  const client = useApolloClient();
  const [persons, setPersons] = useState<FoundPerson[]>([]);
  const [state, setState] = useState<SearchState>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = async (search: string, turn: number) => {
    const answer = await client
      .query({ query: PERSON_SEARCH, variables: { search, filter: { academyCode } }, errorPolicy: "all" })
      .catch(() => null);
    if (turn !== asked.current) return;
    setPersons(answer?.data?.persons?.nodes ?? []);
    setState(answer?.data?.persons ? "found" : "failed");
  };

  const search = (text: string) => {
    clearTimeout(timer.current);
    asked.current += 1;
    const turn = asked.current;
    const words = text.trim();
    setState(words.length < 2 ? "idle" : "searching");
    if (words.length < 2) setPersons([]);
    else timer.current = setTimeout(() => void ask(words, turn), PAUSE);
  };
  return { persons, state, search };
}
