import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { Completeness } from "../../../features/people/Completeness.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { MyGroupsFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { French } from "../../../ui/French.tsx";
import { capital } from "../../../ui/plural.ts";
import { StateBadge } from "../../../ui/StateBadge.tsx";

export const MY_GROUPS = graphql(`
  fragment MyGroups on Viewer {
    id
    academicGroups {
      id
      academy {
        code
        label
      }
      theme {
        id
        title
      }
      project {
        id
        title
        state
      }
      compositionCheck {
        ...CompositionState
      }
    }
    nationalGroups {
      id
      theme {
        id
        title
        state
      }
      compositionCheck {
        ...CompositionState
      }
    }
  }
`);

interface MyGroupsProps {
  viewer: MyGroupsFragment;
  failed: (path: string) => boolean;
}

export function MyGroups({ viewer, failed }: MyGroupsProps) {
  const { academicGroups, nationalGroups } = viewer;
  const unnamed = failed("viewer.academicGroups") ? t`Projet momentanément illisible` : t`Projet`;
  if (academicGroups.length + nationalGroups.length === 0) {
    return (
      <p>
        <Trans>Vous n’êtes membre d’aucun groupe : un mandat de membre, de pilote ou d’expert·e en ouvre un.</Trans>
      </p>
    );
  }
  return (
    <ul className="items">
      {nationalGroups.map(({ id, theme, compositionCheck }) => (
        <li key={id} className="item">
          <h3 className="item__title">
            <Link to={`/espace/groupes-nationaux/${id}`}>
              <Trans>
                Groupe national : <French>{theme?.title ?? t`thème`}</French>
              </Trans>
            </Link>
          </h3>
          <p className="item__facts">
            {theme && <StateBadge of="ThemeState" value={theme.state} />}
            <Completeness check={compositionCheck} />
            {theme && (
              <span>
                <Link to={`/espace/themes/${theme.id}`}>{t`Espace du thème`}</Link>
              </span>
            )}
          </p>
        </li>
      ))}
      {academicGroups.map(({ id, academy, theme, project, compositionCheck }) => (
        <li key={id} className="item">
          <h3 className="item__title">
            <Link to={`/espace/groupes/${id}`} lang={inFrench}>
              {capital(academy.label)} : {project?.title ?? unnamed}
            </Link>
          </h3>
          <p className="item__facts">
            {project && <StateBadge of="ProjectState" value={project.state} />}
            <Completeness check={compositionCheck} />
            {theme && (
              <span>
                <Link to={`/espace/themes/${theme.id}`} lang={inFrench}>
                  {theme.title}
                </Link>
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
