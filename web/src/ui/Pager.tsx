import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLocation, useSearchParams } from "react-router";

interface PagerProps {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount: number;
  pageSize: number;
  /** What is listed, for the name of the navigation: « Pages de scénarios ». */
  of: string;
}

/** The cursors of the pages behind, and of this one last, are in the address: forward and back work without JavaScript. */
export const trailOf = (search: URLSearchParams): string[] => search.getAll("apres");

export const afterOf = (search: URLSearchParams): string | null => trailOf(search).at(-1) ?? null;

export function withTrail(search: URLSearchParams, trail: string[]): string {
  const next = new URLSearchParams(search);
  next.delete("apres");
  for (const cursor of trail) next.append("apres", cursor);
  return next.size > 0 ? `?${next}` : "";
}

export function Pager({ pageInfo, totalCount, pageSize, of }: PagerProps) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const trail = trailOf(search);
  if (trail.length === 0 && !pageInfo.hasNextPage) return null;
  const to = (cursors: string[]) => `${pathname}${withTrail(search, cursors)}`;
  const pages = Math.max(1, Math.ceil(totalCount / pageSize));
  return (
    <nav className="pager" aria-label={t`Pages de ${of}`}>
      {trail.length > 0 && (
        <Link
          className="fr-btn fr-btn--tertiary fr-icon-arrow-left-s-line fr-btn--icon-left"
          rel="prev"
          to={to(trail.slice(0, -1))}
        >
          {t`Précédents`}
        </Link>
      )}
      <span>
        <Trans>
          Page {trail.length + 1} sur {pages}
        </Trans>
      </span>
      {pageInfo.hasNextPage && pageInfo.endCursor && (
        <Link
          className="fr-btn fr-btn--tertiary fr-icon-arrow-right-s-line fr-btn--icon-right"
          rel="next"
          to={to([...trail, pageInfo.endCursor])}
        >
          {t`Suivants`}
        </Link>
      )}
    </nav>
  );
}
