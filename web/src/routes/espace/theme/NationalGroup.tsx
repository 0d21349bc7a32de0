import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { AppointForm } from "../../../features/people/AppointForm.tsx";
import { Gaps } from "../../../features/people/Gaps.tsx";
import { dayOf, periodOf, proposedDates } from "../../../features/people/period.ts";
import { appointing, can, type Held, type SeatRole } from "../../../features/people/rights.ts";
import { PersonName } from "../../../features/people/Who.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { ThemeBoardFragment, ThemeNationalGroupFragment } from "../../../gen/graphql.ts";
import { labelOf } from "../../../ui/labels.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { useSite } from "../../../ui/site.ts";
import { Part } from "../../../ui/Unavailable.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";

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
  theme: ThemeBoardFragment;
  group: ThemeNationalGroupFragment | null | undefined;
  failed: boolean;
  viewer: Held | null;
}

/** Those who steer the theme, and what the group still lacks (R22, R23, R25). */
export const NationalGroup = ({ theme, group, failed, viewer }: NationalGroupProps) => (
  <Part value={group} failed={failed} empty={<NotYet theme={theme} viewer={viewer} />}>
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

const roles = ["INSPECTOR_GENERAL", "EXPERT"] as const satisfies SeatRole[];

/** It opens with the agreement (R18); whoever gives it has to be named before. */
function NotYet({ theme, viewer }: Pick<NationalGroupProps, "theme" | "viewer">) {
  const refresh = useRefresh();
  const { clock } = useSite();
  const given = roles.filter((role) => can(viewer, appointing[role]));
  return (
    <>
      <p>{t`Le groupe s’ouvre quand l’inspection générale donne son accord au thème.`}</p>
      {given.length > 0 && (
        <Reveal label={t`Nommer l’inspection générale et les expert·es`}>
          {() => (
            <AppointForm
              roles={given}
              place={{ themeId: theme.id, disciplines: [] }}
              dates={proposedDates(periodOf(theme.campaign, theme.durationYears), dayOf(clock.now))}
              onDone={refresh}
            />
          )}
        </Reveal>
      )}
    </>
  );
}
