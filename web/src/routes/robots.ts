import { requestContext } from "../apollo/request.ts";
import type { Route } from "./+types/robots.ts";

/** Everything public may be indexed; what needs a person, or a program's query, need not be visited. */
export function loader({ context }: Route.LoaderArgs) {
  const { origin } = context.get(requestContext);
  const lines = [
    "User-agent: *",
    ...["/espace", "/auth/", "/graphql", "/graphiql", "/signaler", "/apercu/"].map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/plan-du-site.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
