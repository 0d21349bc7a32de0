import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { graphql } from "../../../gen/gql.ts";
import type { ThemeApplicationsFragment } from "../../../gen/graphql.ts";
import { capital } from "../../../ui/plural.ts";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { TableFrame } from "../../../ui/TableFrame.tsx";
import { Time } from "../../../ui/Time.tsx";
import { Part } from "../../../ui/Unavailable.tsx";

export const THEME_APPLICATIONS = graphql(`
  fragment ThemeApplications on ApplicationConnection {
    totalCount
    nodes {
      id
      title
      state
      submittedAt
      academy {
        code
        label
      }
    }
  }
`);

interface ApplicationsProps {
  themeId: string;
  applications: ThemeApplicationsFragment | null | undefined;
  failed: boolean;
}

/** Those that the person has the right to read. */
export const Applications = ({ themeId, applications, failed }: ApplicationsProps) => (
  <Part value={applications} failed={failed}>
    {({ nodes, totalCount }) =>
      nodes.length === 0 ? (
        <p>{t`Aucune candidature que vos mandats vous donnent à lire.`}</p>
      ) : (
        <>
          <TableFrame caption={t`Candidatures au thème`}>
            <thead>
              <tr>
                <th scope="col">{t`Académie`}</th>
                <th scope="col">{t`Candidature`}</th>
                <th scope="col">{t`État`}</th>
                <th scope="col">{t`Déposée le`}</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map(({ id, title, state, academy, submittedAt }) => (
                <tr key={id}>
                  <th scope="row">{academy ? capital(academy.label) : "–"}</th>
                  <td>
                    <Link to={`/espace/candidatures/${id}`}>{title || t`Sans titre`}</Link>
                  </td>
                  <td>
                    <StateBadge of="ApplicationState" value={state} />
                  </td>
                  <td>{submittedAt ? <Time at={submittedAt} /> : "–"}</td>
                </tr>
              ))}
            </tbody>
          </TableFrame>
          {totalCount > nodes.length && (
            <p>
              <Link to={`/espace/candidatures?theme=${themeId}`}>
                <Trans>Voir les {plural(totalCount, { one: "# candidature", other: "# candidatures" })}</Trans>
              </Link>
            </p>
          )}
        </>
      )
    }
  </Part>
);
