import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { graphqlSeconds } from "./metrics.ts";

/** The header in which the gateway names the operation that it serves: a name that it knows, or "other". */
export const OPERATION_HEADER = "x-trame-operation";

export const OTHER_OPERATION = "other";

/** So many names at most, whatever comes. */
const MOST_NAMES = 500;
const seen = new Set<string>([OTHER_OPERATION]);

/** The name as a label of a metric. */
export function operationLabel(name: unknown): string {
  if (typeof name !== "string" || !/^\w{1,80}$/.test(name)) return OTHER_OPERATION;
  if (seen.has(name)) return name;
  if (seen.size >= MOST_NAMES) return OTHER_OPERATION;
  seen.add(name);
  return name;
}

/** Measures every operation, under the name that `nameOf` gives it. */
export const measureGraphql = <C extends BaseContext>(
  nameOf: (header: string | undefined, context: C) => unknown,
): ApolloServerPlugin<C> => ({
  async requestDidStart() {
    const began = performance.now();
    return {
      async willSendResponse({ request, response: { body }, contextValue }) {
        const operation = operationLabel(nameOf(request.http?.headers.get(OPERATION_HEADER), contextValue));
        const failed = body.kind === "single" && (body.singleResult.errors?.length ?? 0) > 0;
        const outcome = failed ? "error" : "ok";
        graphqlSeconds.observe({ operation, outcome }, (performance.now() - began) / 1000);
      },
    };
  },
});
