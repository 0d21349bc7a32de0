import type { OperationVariables } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { t } from "@lingui/core/macro";
import { createContext, useCallback, useContext, useRef, useState } from "react";
import { inFrench } from "../language.ts";

/** A refusal as the graph gives it; what a screen shows of it. */
export interface Refusal {
  kind: string;
  code: string;
  message: string;
  field?: string | null;
  requirement?: string | null;
}

const unanswered: Refusal = {
  kind: "FAULT",
  code: "UNREACHABLE",
  message: t`Rien n’a été enregistré : le service ne répond pas. Votre saisie est toujours là, réessayez dans un instant.`,
};

/** A service refuses in French; what the portal says by itself is in the interface's language. */
export const langOf = ({ kind, code }: Pick<Refusal, "kind" | "code">) =>
  kind === "FAULT" || code === "MISSHAPEN" ? undefined : inFrench;

export type CommandState = "idle" | "busy" | "done" | "refused";

export interface Command<Variables> {
  run: (variables: Variables) => Promise<boolean>;
  state: CommandState;
  refusals: Refusal[];
  /** Puts the refusals away, for example when the person starts over. */
  reset: () => void;
  summary: React.RefObject<HTMLDivElement | null>;
}

/**
 * Sends a mutation and keeps its refusals for the error summary and the fields. `run` tells whether the command was
 * accepted; refused, it brings the person to the summary.
 */
export function useRefusals<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  payloadOf: (data: Data) => { errors: readonly Refusal[] } | null | undefined,
  onDone?: (data: Data) => void,
): Command<Variables> {
  const [mutate] = useMutation<Data, OperationVariables>(mutation, { errorPolicy: "all" });
  const [state, setState] = useState<CommandState>("idle");
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const summary = useRef<HTMLDivElement>(null);

  const run = async (variables: Variables) => {
    setState("busy");
    const answer = await mutate({ variables }).catch((error: unknown) => ({ data: undefined, error }));
    const data = answer.data as Data | null | undefined;
    const payload = data ? payloadOf(data) : null;
    const refused = payload ? [...payload.errors] : [refusalOf(answer.error)];
    setRefusals(refused);
    setState(refused.length > 0 ? "refused" : "done");
    if (refused.length > 0) requestAnimationFrame(() => summary.current?.focus());
    else if (data) onDone?.(data);
    return refused.length === 0;
  };

  const reset = useCallback(() => {
    setRefusals([]);
    setState("idle");
  }, []);
  return { run, state, refusals, reset, summary };
}

const spoken = new Set(["FORBIDDEN", "UNAUTHENTICATED", "BAD_USER_INPUT"]);

/** Top-level errors: a refused right keeps its French message, a value of the wrong shape its field, a fault is masked. */
export function refusalOf(error: unknown): Refusal {
  const first = (error as { errors?: { message: string; extensions?: { code?: string } }[] } | undefined)?.errors?.[0];
  const code = first?.extensions?.code ?? "UNREACHABLE";
  if (!first || !spoken.has(code)) return { ...unanswered, code };
  return misshapen(first.message) ?? { kind: "FORBIDDEN", code, message: first.message };
}

const MISSHAPEN = /^Variable "\$input" got invalid value (.*?) at "input\.([\w.]+)"; (.+)$/s;

/** A date left empty never reaches its service: GraphQL itself turns it away, and names the variable. */
function misshapen(message: string): Refusal | null {
  const [, value, field, reason] = MISSHAPEN.exec(message) ?? [];
  if (!field || !reason) return null;
  return {
    kind: "INVALID",
    code: "MISSHAPEN",
    field,
    message: value === '""' ? t`Ce champ est à renseigner.` : reason,
  };
}

/** The refusals of the form around a field. */
export const RefusalsContext = createContext<readonly Refusal[]>([]);

/** Tells the fields of one form from those of another on the same page. */
export const FormScope = createContext("");

/** `members.0.degree` is the input `champ-members-0-degree`. */
export const fieldId = (name: string, scope = ""): string =>
  ["champ", scope, name.replace(/[^\w-]+/g, "-")].filter(Boolean).join("-");

export const useFieldId = (name: string): string => fieldId(name, useContext(FormScope));

/** What is wrong with a field: the refusals of its path and of anything inside it. */
export function useFieldError(name: string): string | undefined {
  const messages = useContext(RefusalsContext)
    .filter(({ field }) => field === name || field?.startsWith(`${name}.`))
    .map(({ message }) => message);
  return messages.length > 0 ? messages.join(" ") : undefined;
}
