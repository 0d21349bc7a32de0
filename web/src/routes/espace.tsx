import type { ApolloClient } from "@apollo/client";
import { Outlet, redirectDocument, data as respond } from "react-router";
import { apolloContext, browserClient } from "../apollo/client.ts";
import { VIEWER } from "../apollo/viewer.ts";
import { ErrorPage } from "../ui/ErrorPage.tsx";
import { type NavigationLink, Shell } from "../ui/Shell.tsx";
import type { Route } from "./+types/espace.ts";

const navigation: NavigationLink[] = [
  { to: "/espace", text: "Mon espace", exact: true },
  { to: "/themes", text: "Thèmes" },
  { to: "/scenarios", text: "Scénarios" },
  { to: "/academies", text: "Académies" },
  { to: "/participation", text: "Participation" },
  { to: "/lettres", text: "La lettre" },
];

/** A stranger signs in, then comes back to the page that was asked for. */
async function demandViewer(client: ApolloClient, request: Request) {
  const { data, error } = await client.query({ query: VIEWER, errorPolicy: "all" });
  if (data?.viewer) return null;
  if (error) throw respond(null, { status: 503 });
  const { pathname, search } = new URL(request.url);
  throw redirectDocument(`/auth/login?returnTo=${encodeURIComponent(pathname + search)}`);
}

export const loader = ({ request, context }: Route.LoaderArgs) => demandViewer(context.get(apolloContext), request);

export const clientLoader = ({ request }: Route.ClientLoaderArgs) => demandViewer(browserClient(), request);

export default function EspaceLayout() {
  return (
    <Shell navigation={navigation}>
      <div className="fr-container fr-py-4w">
        <Outlet />
      </div>
    </Shell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Shell navigation={navigation}>
      <ErrorPage error={error} />
    </Shell>
  );
}
