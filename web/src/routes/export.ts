import { redirect } from "react-router";
import { apolloContext } from "../apollo/client.ts";
import { lists } from "../export/lists.ts";
import { type ExportedList, ExportFailed, rowsOf } from "../export/rows.ts";
import { spool } from "../export/spool.server.ts";
import { type Kind, kinds } from "../export/write.ts";
import type { Route } from "./+types/export.ts";

/** `/export/candidatures.csv?etat=RETAINED`: the list as its page shows it, all its pages, with the person's own rights. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const [name = "", kind = ""] = params.file.split(".");
  const list = lists.find((one) => one.name === name);
  if (!list || !Object.hasOwn(kinds, kind)) throw new Response(null, { status: 404 });
  const { type, write } = kinds[kind as Kind];
  const { searchParams } = new URL(request.url);
  const rows = rowsOf(list, context.get(apolloContext), searchParams) as AsyncIterable<never>;
  try {
    const { body, size } = await spool(write(list.columnsAt(searchParams), rows, list.title));
    return new Response(body, {
      headers: {
        "Content-Type": type,
        "Content-Length": String(size),
        "Content-Disposition": `attachment; filename="${name}.${kind}"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof ExportFailed) return instead(error, list, searchParams);
    throw error;
  }
}

/** Back to the list, which tells why there is no file; a stranger signs in first. */
function instead({ code }: ExportFailed, list: ExportedList, search: URLSearchParams): Response {
  const back = new URLSearchParams(search);
  if (code !== "UNAUTHENTICATED") back.set("echec", code);
  const address = back.size > 0 ? `${list.path}?${back}` : list.path;
  return redirect(code === "UNAUTHENTICATED" ? `/auth/login?returnTo=${encodeURIComponent(address)}` : address);
}
