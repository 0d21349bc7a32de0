import { createContext as createReactContext, useContext } from "react";
import { createContext } from "react-router";

/** What one request carries from the middleware to the rendering. */
export interface RequestFacts {
  nonce: string;
  traceId: string;
  origin: string;
}

export const requestContext = createContext<RequestFacts>();

/** What the server slips into the HTML; in the browser only the nonce is left of it. */
export const PageContext = createReactContext<{ nonce?: string; apolloState?: () => string }>({});

export const usePage = () => useContext(PageContext);

/** JSON inside a script element: no `</script>`, no line separator that would end a statement. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
