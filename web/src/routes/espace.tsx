import type { ApolloClient } from "@apollo/client";
import { Outlet, redirectDocument, useRouteLoaderData } from "react-router";
import { apolloContext, browserClient } from "../apollo/client.ts";
import { away } from "../apollo/page.ts";
import { referenced } from "../apollo/traced-fetch.ts";
import { VIEWER } from "../apollo/viewer.ts";
import { ErrorPage } from "../ui/ErrorPage.tsx";
import { Guard } from "../ui/Guard.tsx";
import { Shell } from "../ui/Shell.tsx";
import { UndoBar } from "../ui/UndoBar.tsx";
import type { Route } from "./+types/espace.ts";
import espaceStyles from "./espace/espace.css?url";
import { navigationFor } from "./espace/navigation.ts";
import writingStyles from "./espace/writing.css?url";

/** A stranger signs in, then comes back to the page that was asked for. */
async function demandViewer(client: ApolloClient, request: Request, reading?: ReturnType<typeof referenced>) {
  const { data, error } = await client.query({ query: VIEWER, errorPolicy: "all", context: reading?.context });
  if (data?.viewer) return { roles: data.viewer.mandates.map(({ role }) => role) };
  if (error) throw away(reading?.reference);
  const { pathname, search } = new URL(request.url);
  throw redirectDocument(`/auth/login?returnTo=${encodeURIComponent(pathname + search)}`);
}

export const loader = ({ request, context }: Route.LoaderArgs) => demandViewer(context.get(apolloContext), request);

export const clientLoader = ({ request }: Route.ClientLoaderArgs) =>
  demandViewer(browserClient(), request, referenced());

export const links: Route.LinksFunction = () => [
  { rel: "stylesheet", href: espaceStyles },
  { rel: "stylesheet", href: writingStyles },
];

export default function EspaceLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Shell navigation={navigationFor(loaderData.roles)}>
      <div className="fr-container fr-py-4w">
        <Outlet />
        <UndoBar />
        <Guard />
      </div>
    </Shell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const loaded = useRouteLoaderData<typeof loader>("routes/espace");
  return (
    <Shell navigation={navigationFor(loaded?.roles ?? [])}>
      <ErrorPage error={error} />
    </Shell>
  );
}
