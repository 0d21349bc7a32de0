import type { OperationVariables } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useRef } from "react";
import { type Refusal, refusalOf } from "./command.ts";

/** Sends a command outside a form; what is refused comes back, a fault too. */
export function useSend<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  payloadOf: (data: Data) => { errors: readonly Refusal[] },
) {
  const client = useApolloClient();
  return async (variables: Variables): Promise<readonly Refusal[]> => {
    const answer = await client
      .mutate<Data, OperationVariables>({ mutation, variables, errorPolicy: "all" })
      .catch((error: unknown) => ({ data: undefined, error }));
    return answer.data ? payloadOf(answer.data as Data).errors : [refusalOf(answer.error)];
  };
}

/** The same words sent again after a fault are one command; other words are another. */
export function useOnce() {
  const last = useRef({ text: "", key: "" });
  return <Input extends object>(input: Input): Input & { idempotencyKey: string } => {
    const text = JSON.stringify(input);
    if (text !== last.current.text) last.current = { text, key: randomKey() };
    return { ...input, idempotencyKey: last.current.key };
  };
}

/** `crypto.randomUUID` is missing where the page is not served over HTTPS. */
const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36).padStart(7, "0")).join("");
