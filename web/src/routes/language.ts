import { redirect } from "react-router";
import { isLanguage, languageCookie } from "../language.ts";
import type { Route } from "./+types/language.ts";

/** A link, so that it works without JavaScript and in a menu; what it changes is only the words around the content. */
export function loader({ params, request }: Route.LoaderArgs) {
  if (!isLanguage(params.language)) throw new Response(null, { status: 404 });
  const { searchParams, origin } = new URL(request.url);
  return redirect(pathWithin(origin, searchParams.get("retour")), {
    headers: { "Set-Cookie": languageCookie(params.language), "Cache-Control": "no-store" },
  });
}

/** Never to another site. */
function pathWithin(origin: string, path: string | null): string {
  const url = URL.canParse(path ?? "", origin) ? new URL(path ?? "", origin) : null;
  return url?.origin === origin ? `${url.pathname}${url.search}` : "/";
}
