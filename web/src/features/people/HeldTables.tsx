import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { HeldSortFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Time } from "../../ui/Time.tsx";

export const HELD_SORT = graphql(`
  fragment HeldSort on HeldData {
    label
    purpose
    retention
    count
    items {
      id
      label
      at
      path
    }
  }
`);

/** What one service holds of the person, sort by sort. */
export const HeldTables = ({ sorts }: { sorts: readonly HeldSortFragment[] }) =>
  sorts.length === 0 ? (
    <p>{t`Rien.`}</p>
  ) : (
    <ul className="plain">
      {sorts.map((sort) => (
        <li key={sort.label} className="fr-mb-2w">
          <Sort sort={sort} />
        </li>
      ))}
    </ul>
  );

const Sort = ({ sort: { label, purpose, retention, count, items } }: { sort: HeldSortFragment }) => (
  <>
    <p className="fr-mb-1v" lang={inFrench}>
      <strong>{label}</strong> ({count}). {purpose} {retention}
    </p>
    <details>
      <summary>
        {plural(count, { one: "Voir # élément", other: "Voir # éléments" })}
        <span className="fr-sr-only" lang={inFrench}>
          {" "}
          – {label}
        </span>
      </summary>
      <ul lang={inFrench}>
        {items.map((item) => (
          <li key={item.id}>
            {item.path ? <Link to={item.path}>{item.label}</Link> : item.label}
            {item.at && (
              <>
                {" – "}
                <Time at={item.at} />
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  </>
);
