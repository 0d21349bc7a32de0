import { ApolloProvider } from "@apollo/client/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { browserClient } from "./apollo/client.ts";
import { PageContext } from "./apollo/request.ts";
import { prepareDsfr } from "./ui/dsfr.ts";

declare global {
  interface Window {
    /** Set by the first inline script: without the same nonce React reports a mismatch. */
    ssrNonce?: string;
  }
}

prepareDsfr();
await firstPaint();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageContext.Provider value={{ nonce: window.ssrNonce }}>
        <ApolloProvider client={browserClient()}>
          <HydratedRouter />
        </ApolloProvider>
      </PageContext.Provider>
    </StrictMode>,
  );
});

/** The page is whole already: it is seen before the script takes the processor. A hidden page is never painted. */
function firstPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
