import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The signed-in screens: one line each, paths from `src/`. */
export const espaceRoutes: RouteConfigEntry[] = [route("espace", "routes/espace/home.tsx")];
