/**
 * Keyset paging in the address: `apres` is the cursor of the page shown, and before it those of the pages behind, so
 * that forward and back work without JavaScript. Only the last ones are kept: an address has an end.
 */
export const KEPT = 20;

export const trailOf = (search: URLSearchParams): string[] => search.getAll("apres");

export const afterOf = (search: URLSearchParams): string | null => trailOf(search).at(-1) ?? null;

/** From one on; the address says it once cursors were left behind. */
export function pageNumberOf(search: URLSearchParams): number {
  const trail = trailOf(search);
  const said = Number(search.get("page"));
  return trail.length > 0 && Number.isInteger(said) && said > trail.length + 1 ? said : trail.length + 1;
}

export interface Steps {
  first?: string;
  previous?: string;
  next?: string;
}

/** The searches of the addresses around this page. */
export function stepsFrom(
  search: URLSearchParams,
  { hasNextPage, endCursor }: { hasNextPage: boolean; endCursor?: string | null },
): Steps {
  const trail = trailOf(search);
  const page = pageNumberOf(search);
  const at = (cursors: string[], number: number) => withTrail(search, cursors, number);
  const back = trail.slice(0, -1);
  return {
    ...(trail.length > 0 && { first: at([], 1) }),
    // Behind the first cursor that is kept lies a page only when it is the very first.
    ...(trail.length > 0 && (back.length > 0 || page === 2) && { previous: at(back, page - 1) }),
    ...(hasNextPage && endCursor && { next: at([...trail, endCursor].slice(-KEPT), page + 1) }),
  };
}

function withTrail(search: URLSearchParams, trail: string[], page: number): string {
  const next = new URLSearchParams(search);
  next.delete("apres");
  next.delete("page");
  for (const cursor of trail) next.append("apres", cursor);
  if (page > trail.length + 1) next.set("page", String(page));
  return next.size > 0 ? `?${next}` : "";
}
