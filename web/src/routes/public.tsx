import { Outlet } from "react-router";
import { ErrorPage } from "../ui/ErrorPage.tsx";
import { type NavigationLink, Shell } from "../ui/Shell.tsx";
import type { Route } from "./+types/public.ts";

const navigation: NavigationLink[] = [
  { to: "/", text: "Accueil", exact: true },
  { to: "/themes", text: "Thèmes" },
  { to: "/scenarios", text: "Scénarios" },
  { to: "/academies", text: "Académies" },
  { to: "/participation", text: "Participation" },
  { to: "/lettres", text: "La lettre" },
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
