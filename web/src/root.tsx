import favicon from "@codegouvfr/react-dsfr/dsfr/favicon/favicon.svg?url";
import { getScriptToRunAsap } from "@codegouvfr/react-dsfr/useIsDark/scriptToRunAsap";
import { type ReactNode, useEffect } from "react";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "react-router";
import type { Route } from "./+types/root.ts";
import { apolloContext, makeClient } from "./apollo/client.ts";
import { readClock } from "./apollo/clock.server.ts";
import { requestContext, usePage } from "./apollo/request.ts";
import { VIEWER } from "./apollo/viewer.ts";
import { serverConfig } from "./config.server.ts";
import { language } from "./language.ts";
import appStyles from "./styles/app.css?url";
import dsfrStyles from "./styles/dsfr.css?url";
import { dsfrHydrated } from "./ui/dsfr.ts";
import { ErrorPage } from "./ui/ErrorPage.tsx";
import { InlineScript } from "./ui/InlineScript.tsx";

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    const { randomBytes, randomUUID } = await import("node:crypto");
    const { gatewayUrl, origin } = serverConfig();
    const traceId = request.headers.get("x-request-id") ?? randomUUID();
    const headers: Record<string, string> = { "x-request-id": traceId };
    for (const name of ["cookie", "x-forwarded-for", "traceparent"]) {
      const value = request.headers.get(name);
      if (value) headers[name] = value;
    }
    context.set(requestContext, { nonce: randomBytes(16).toString("base64"), traceId, origin });
    context.set(apolloContext, makeClient({ uri: gatewayUrl, onServer: true, headers }));
    return next();
  },
];

/** What every page shows around itself. It never fails: without it not even the error page has a header. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { brand, origin, gatewayUrl, devMailUrl } = serverConfig();
  const [clock, viewer] = await Promise.all([
    readClock(gatewayUrl, request.headers.get("cookie")),
    request.headers.has("cookie") ? readViewer(context) : null,
  ]);
  return { brand, origin, devMailUrl, clock, viewer, traceId: context.get(requestContext).traceId };
}

async function readViewer(context: Route.LoaderArgs["context"]) {
  const answer = await context
    .get(apolloContext)
    .query({ query: VIEWER, errorPolicy: "all" })
    .catch(() => null);
  return answer?.data?.viewer ? { name: answer.data.viewer.person.displayName } : null;
}

// Signing in or out and moving the clock load a whole page; nothing else changes what is read here.
export const shouldRevalidate = () => false;

export const links: Route.LinksFunction = () => [
  { rel: "stylesheet", href: dsfrStyles },
  { rel: "stylesheet", href: appStyles },
];

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, apolloState } = usePage();
  const brand = useRouteLoaderData<typeof loader>("root")?.brand.name ?? "neutre";
  return (
    <html lang={language} data-brand={brand} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <InlineScript nonce={nonce} body={firstScript(nonce)} />
        <Meta />
        <link rel="icon" href={brand === "ministere" ? favicon : "/favicon.svg"} type="image/svg+xml" />
        <Links nonce={nonce} />
      </head>
      <body>
        {children}
        <InlineScript id="apollo-state" type="application/json" nonce={nonce} body={apolloState?.() ?? ""} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Before the first paint: keeps the nonce for hydration and sets the chosen theme, so that dark pages never flash white. */
function firstScript(nonce: string | undefined): string {
  if (!import.meta.env.SSR) return "";
  const theme = getScriptToRunAsap({ defaultColorScheme: "system", nonce, trustedTypesPolicyName: "react-dsfr" });
  return `window.ssrNonce=document.currentScript.nonce;${theme}`;
}

export default function App() {
  useEffect(dsfrHydrated, []);
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  useEffect(dsfrHydrated, []);
  return (
    <main id="contenu">
      <ErrorPage error={error} />
    </main>
  );
}
