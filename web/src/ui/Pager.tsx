import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLocation, useSearchParams } from "react-router";
import { pageNumberOf, stepsFrom } from "./trail.ts";

export { afterOf } from "./trail.ts";

interface PagerProps {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount: number;
  pageSize: number;
  /** What is listed, for the name of the navigation: « Pages de scénarios ». */
  of: string;
}

export function Pager({ pageInfo, totalCount, pageSize, of }: PagerProps) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const { first, previous, next } = stepsFrom(search, pageInfo);
  if (first === undefined && next === undefined) return null;
  const page = pageNumberOf(search);
  const pages = Math.max(1, Math.ceil(totalCount / pageSize));
  return (
    <nav className="pager" aria-label={t`Pages de ${of}`}>
      {first !== undefined && first !== previous && (
        <Link
          className="fr-btn fr-btn--tertiary fr-icon-arrow-left-s-first-line fr-btn--icon-left"
          to={`${pathname}${first}`}
        >
          {t`Premiers`}
        </Link>
      )}
      {previous !== undefined && (
        <Link
          className="fr-btn fr-btn--tertiary fr-icon-arrow-left-s-line fr-btn--icon-left"
          rel="prev"
          to={`${pathname}${previous}`}
        >
          {t`Précédents`}
        </Link>
      )}
      <span>
        <Trans>
          Page {page} sur {pages}
        </Trans>
      </span>
      {next !== undefined && (
        <Link
          className="fr-btn fr-btn--tertiary fr-icon-arrow-right-s-line fr-btn--icon-right"
          rel="next"
          to={`${pathname}${next}`}
        >
          {t`Suivants`}
        </Link>
      )}
    </nav>
  );
}
