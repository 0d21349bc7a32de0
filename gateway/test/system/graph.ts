import { randomUUID } from "node:crypto";

/** The graph as a person or a program asks it: through the public origin, with a bearer token. */
export interface Graph {
  /** Data and errors. */
  send(who: string | null, query: string, variables?: object): Promise<{ data: Data; errors?: GraphError[] }>;
  /** The data of an operation that must not fail. */
  ask(who: string | null, query: string, variables?: object): Promise<Data>;
  /** One mutation by its input: the payload, refusals included. */
  tell(who: string, mutation: string, input: object, fields: string): Promise<Payload>;
}

// biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
export type Data = any;
export interface Payload {
  errors: Refusal[];
  [thing: string]: Data;
}

export interface Refusal {
  kind: string;
  code: string;
  message: string;
  field: string | null;
  requirement: string | null;
}

interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

export function graphAt(origin: string, tokenFor: (who: string) => Promise<string>): Graph {
  async function send(who: string | null, query: string, variables: object = {}) {
    const authorization = who ? { authorization: `Bearer ${await tokenFor(who)}` } : undefined;
    const response = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...authorization },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: Data; errors?: GraphError[] };
  }
  return {
    send,
    async ask(who, query, variables) {
      const { data, errors } = await send(who, query, variables);
      if (errors?.length)
        throw new Error(errors.map(({ message, path }) => `${path?.join(".")}: ${message}`).join("\n"));
      return data;
    },
    async tell(who, mutation, input, fields) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const errors = "errors { kind code message field requirement }";
      const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${fields} ${errors} } }`;
      const { data, errors: faults } = await send(who, query, { input });
      if (faults?.length) throw new Error(`${mutation}: ${faults.map(({ message }) => message).join("\n")}`);
      return data[mutation];
    },
  };
}

/** The same graph for somebody who tries again while a part is away: each command has one effect by its key. */
export function patient(graph: Graph): Graph {
  const again = async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        if (tries > 300) throw error;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  };
  return {
    send: (...args) => again(() => graph.send(...args)),
    ask: (...args) => again(() => graph.ask(...args)),
    tell(who, mutation, input, fields) {
      const once = { idempotencyKey: randomUUID(), ...input };
      return again(() => graph.tell(who, mutation, once, fields));
    },
  };
}

/** Codes of a payload's refusals. */
export const codes = ({ errors }: Payload): string[] => errors.map(({ code }) => code);

/** Looks again until it is so: events take their time, and no test says how long. */
export async function eventually<T>(
  look: () => Promise<T>,
  isSo: (found: T) => boolean,
  what: string,
  withinMs = 150_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (isSo(found)) return found;
    if (Date.now() > until) throw new Error(`${what}: still ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
