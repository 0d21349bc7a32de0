import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { Gaps } from "../../../features/people/Gaps.tsx";
import { PersonName } from "../../../features/people/Who.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { ThemeNationalGroupFragment } from "../../../gen/graphql.ts";
import { labelOf } from "../../../ui/labels.ts";
import { Part } from "../../../ui/Unavailable.tsx";

export const THEME_NATIONAL_GROUP = graphql(`
  fragment ThemeNationalGroup on NationalGroup {
    id
    seats {
      role
      person {
        id
        displayName
        email
      }
    }
    compositionCheck {
      ...CompositionState
    }
  }
`);

interface NationalGroupProps {
  group: ThemeNationalGroupFragment | null | undefined;
  failed: boolean;
}

/** Those who steer the theme, and what the group still lacks (R22, R23, R25). */
export const NationalGroup = ({ group, failed }: NationalGroupProps) => (
  <Part value={group} failed={failed} empty={<p>{t`Le groupe n’est pas encore formé.`}</p>}>
    {({ id, seats, compositionCheck }) => (
      <>
        <ul>
          {seats
            .filter(({ role }) => role !== "REFERENT")
            .map(({ role, person }) => (
              <li key={`${role} ${person.id}`}>
                {labelOf("Role", role)} : <PersonName person={person} />
              </li>
            ))}
        </ul>
        <Gaps check={compositionCheck} complete={t`La composition du groupe national est complète.`} />
        <p>
          <Link to={`/espace/groupes-nationaux/${id}`}>{t`Voir tout le groupe national et ses équipes`}</Link>
        </p>
      </>
    )}
  </Part>
);
