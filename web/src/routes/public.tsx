import { t } from "@lingui/core/macro";
import { Outlet } from "react-router";
import { ErrorPage } from "../ui/ErrorPage.tsx";
import type { Navigation } from "../ui/navigation.ts";
import { Shell } from "../ui/Shell.tsx";
import type { Route } from "./+types/public.ts";

const navigation: Navigation = [
  { to: "/", text: t`Accueil`, exact: true },
  { to: "/themes", text: t`Thèmes` },
  { to: "/scenarios", text: t`Scénarios` },
  { to: "/academies", text: t`Académies` },
  { to: "/participation", text: t`Participation` },
  { to: "/lettres", text: t`La lettre` },
];

export default function PublicLayout() {
  return (
    <Shell navigation={navigation}>
      <Outlet />
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
