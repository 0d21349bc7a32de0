import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";
import { espaceRoutes } from "./routes/espace/routes.ts";

export default [
  layout("routes/public.tsx", [
    index("routes/home.tsx"),
    route("themes", "routes/themes.tsx"),
    route("themes/:id", "routes/theme.tsx"),
    route("projets/:id", "routes/project.tsx"),
    route("academies", "routes/academies.tsx"),
    route("academies/:code", "routes/academy.tsx"),
    route("scenarios", "routes/scenarios.tsx"),
    route("scenarios/:slug", "routes/scenario.tsx"),
    route("scenarios/:slug/versions/:number", "routes/scenario/version.tsx"),
    route("apercu/:secret", "routes/preview.tsx"),
    route("lettres", "routes/letters.tsx"),
    route("syntheses/:id", "routes/synthesis.tsx"),
    route("participation", "routes/participation.tsx"),
    route("contact", "routes/contact.tsx"),
    route("signaler", "routes/report.tsx"),
    route("licences", "routes/licences.tsx"),
    route("accessibilite", "routes/accessibility.tsx"),
    route("accessibilite/plan", "routes/accessibility-plan.tsx"),
    route("mentions-legales", "routes/legal.tsx"),
    route("donnees-personnelles", "routes/privacy.tsx"),
    route("effacement/:token", "routes/erasure-receipt.tsx"),
    route("plan-du-site", "routes/site-map.tsx"),
    route("langue/:language", "routes/language.ts"),
    // Without it no route matches, the root's middleware does not run, and an unknown address answers 500.
    route("*", "routes/not-found.tsx"),
  ]),
  layout("routes/espace.tsx", espaceRoutes),
  route("scenarios/:slug/utilise", "routes/scenario/use.ts"),
  route("robots.txt", "routes/robots.ts"),
  route("plan-du-site.xml", "routes/sitemap.ts"),
  route("export/:file", "routes/export.ts"),
] satisfies RouteConfig;
