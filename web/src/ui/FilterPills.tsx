import { t } from "@lingui/core/macro";
import { Link } from "react-router";

export interface Pill {
  name: string;
  label: string;
  /** The address of the list without this filter. */
  without: string;
}

/** What restricts the list, each removed by a link. */
export function FilterPills({ pills, clear }: { pills: Pill[]; clear: string }) {
  if (pills.length === 0) return null;
  return (
    <ul className="pills" aria-label={t`Filtres en vigueur`}>
      {pills.map(({ name, label, without }) => (
        <li key={`${name} ${label}`}>
          <Link className="fr-tag fr-tag--sm fr-tag--dismiss" to={without} preventScrollReset>
            <span className="fr-sr-only">{t`Retirer le filtre`} </span>
            {t`${name} : ${label}`}
          </Link>
        </li>
      ))}
      {pills.length > 1 && (
        <li>
          <Link className="fr-link fr-link--sm" to={clear} preventScrollReset>
            {t`Tout effacer`}
          </Link>
        </li>
      )}
    </ul>
  );
}
