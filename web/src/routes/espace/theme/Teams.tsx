import { Badge } from "@codegouvfr/react-dsfr/Badge";
import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { Completeness } from "../../../features/people/Completeness.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { ThemeTeamsFragment } from "../../../gen/graphql.ts";
import { capital, figure } from "../../../ui/plural.ts";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { TableFrame } from "../../../ui/TableFrame.tsx";
import { Part, Unavailable } from "../../../ui/Unavailable.tsx";

export const THEME_TEAMS = graphql(`
  fragment ThemeTeams on Theme {
    projects(first: 50) {
      totalCount
      nodes {
        id
        title
        state
        publishedScenarioCount
        scenarioMissingAt
        academy {
          code
          label
        }
        group {
          id
          compositionCheck {
            ...CompositionState
          }
        }
      }
    }
  }
`);

/** The retained teams, each with what its group lacks. */
export const Teams = ({ theme, failed }: { theme: ThemeTeamsFragment; failed: boolean }) => (
  <Part value={theme.projects?.nodes} failed={failed} empty={<p>{t`Aucune équipe n’est encore retenue.`}</p>}>
    {(projects) => (
      <TableFrame caption={t`Équipes retenues`}>
        <thead>
          <tr>
            <th scope="col">{t`Académie`}</th>
            <th scope="col">{t`Projet`}</th>
            <th scope="col">{t`État`}</th>
            <th scope="col">{t`Groupe académique`}</th>
            <th scope="col" className="fr-cell--right">
              {t`Scénarios publiés`}
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map(({ id, title, state, academy, group, publishedScenarioCount, scenarioMissingAt }) => (
            <tr key={id}>
              <th scope="row">{academy ? capital(academy.label) : "–"}</th>
              <td>{group ? <Link to={`/espace/groupes/${group.id}`}>{title}</Link> : title}</td>
              <td>
                <StateBadge of="ProjectState" value={state} />
              </td>
              <td>{group ? <Completeness check={group.compositionCheck} /> : failed ? <Unavailable /> : "–"}</td>
              <td className="fr-cell--right">
                {figure(publishedScenarioCount)}
                {scenarioMissingAt && (
                  <Badge as="span" small severity="warning" className="fr-ml-1w">
                    {t`Non conforme`}
                  </Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    )}
  </Part>
);
