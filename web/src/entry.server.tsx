import { PassThrough } from "node:stream";
import { ApolloProvider } from "@apollo/client/react";
import { SsrIsDarkProvider } from "@codegouvfr/react-dsfr/useIsDark/server";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { apolloContext } from "./apollo/client.ts";
import { PageContext, requestContext, safeJson } from "./apollo/request.ts";
import { language } from "./language.ts";
import { logFailure } from "./log.server.ts";

export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce, origin, traceId: requestId } = context.get(requestContext);
  const client = context.get(apolloContext);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  for (const [name, value] of securityHeaders(nonce, origin)) headers.set(name, value);
  // Asked for again at each visit, and kept by nobody on the way: a page holds what its reader may see.
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");

  return new Promise((resolve, reject) => {
    let answer = status;
    // onAllReady: the page leaves whole, with no hidden fragment that only a script would reveal.
    const { pipe, abort } = renderToPipeableStream(
      <PageContext.Provider value={{ nonce, apolloState: () => safeJson(client.extract()) }}>
        <SsrIsDarkProvider value={false}>
          <ApolloProvider client={client}>
            <ServerRouter context={entry} url={request.url} nonce={nonce} />
          </ApolloProvider>
        </SsrIsDarkProvider>
      </PageContext.Provider>,
      {
        nonce,
        // Beyond this size React would send what was lazy as hidden fragments at the end, which only a script reveals.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        onAllReady() {
          clearTimeout(timer);
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          answer = 500;
          logFailure(error, { requestId });
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { traceId: requestId } = context.get(requestContext);
  logFailure(error, { requestId, method: request.method, path: new URL(request.url).pathname });
};

/** No form-action: signing out ends at the identity provider, whose origin the portal does not know. */
function securityHeaders(nonce: string, origin: string): [string, string][] {
  const common: [string, string][] = [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Vary", "Cookie"],
  ];
  // Vite's development client needs inline styles and its own socket.
  if (import.meta.env.DEV) return common;
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self' ${origin.replace(/^http/, "ws")}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ];
  return [...common, ["Content-Security-Policy", policy.join("; ")]];
}
