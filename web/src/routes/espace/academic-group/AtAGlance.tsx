import { Badge } from "@codegouvfr/react-dsfr/Badge";
import { plural, t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { graphql } from "../../../gen/gql.ts";
import type { GroupAtAGlanceFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";

export const GROUP_AT_A_GLANCE = graphql(`
  fragment GroupAtAGlance on AcademicGroup {
    id
    compositionCheck {
      ...CompositionState
    }
    project {
      id
      state
      publishedScenarioCount
      theme {
        id
      }
      silence {
        weeks
      }
      meetingGaps {
        code
        message
      }
      materials {
        id
      }
    }
  }
`);

interface Point {
  key: string;
  done: boolean;
  text: ReactNode;
  /** Where it is done, or read. */
  to: string;
  link: string;
}

/** What is there and what is missing, each with where to go. What its service could not say is left out. */
export const AtAGlance = ({ group }: { group: GroupAtAGlanceFragment }) => (
  <ul className="glance">
    {pointsOf(group).map(({ key, done, text, to, link }) => (
      <li key={key} className="glance__point">
        <Badge as="span" small noIcon severity={done ? "success" : "warning"}>
          {done ? t`Fait` : t`Manque`}
        </Badge>
        <span>{text}</span>
        {to.startsWith("#") ? <a href={to}>{link}</a> : <Link to={to}>{link}</Link>}
      </li>
    ))}
  </ul>
);

function pointsOf({ compositionCheck, project }: GroupAtAGlanceFragment): Point[] {
  const blocking = compositionCheck.gaps.filter(({ severity }) => severity === "BLOCKING").length;
  const composition: Point = {
    key: "composition",
    done: compositionCheck.complete,
    text: compositionCheck.complete
      ? t`Composition complète`
      : plural(blocking, { one: "Composition : # manque bloquant", other: "Composition : # manques bloquants" }),
    to: "#composition",
    link: compositionCheck.complete ? t`Composition du groupe` : t`Voir qui peut y remédier`,
  };
  return project ? [composition, ...workOf(project)] : [composition];
}

function workOf(project: NonNullable<GroupAtAGlanceFragment["project"]>): Point[] {
  const { id, publishedScenarioCount: published, meetingGaps, materials, silence, theme } = project;
  const points: Point[] = [
    {
      key: "scenario",
      done: published > 0,
      text:
        published > 0
          ? plural(published, { one: "# scénario publié", other: "# scénarios publiés" })
          : t`Aucun scénario publié : il en faut un au moins d’ici la fin de l’année`,
      to: `/espace/scenarios?projet=${id}`,
      link: t`Scénarios du projet`,
    },
  ];
  if (meetingGaps) {
    points.push({
      key: "meetings",
      done: meetingGaps.length === 0,
      text:
        meetingGaps.length === 0 ? (
          t`Réunions académiques de l’année`
        ) : (
          <span lang={inFrench}>{meetingGaps.map(({ message }) => message).join(" ")}</span>
        ),
      to: `/espace/reunions?projet=${id}`,
      link: t`Réunions du projet`,
    });
  }
  if (silence) {
    points.push({
      key: "silence",
      done: false,
      text: plural(silence.weeks, {
        one: "Ni point d’étape ni réunion depuis # semaine",
        other: "Ni point d’étape ni réunion depuis # semaines",
      }),
      to: `/espace/themes/${theme.id}/avancement`,
      link: t`Avancement des académies`,
    });
  }
  if (materials) {
    points.push({
      key: "materials",
      done: materials.length > 0,
      text: materials.length > 0 ? t`Support de communication du groupe` : t`Aucun support de communication déclaré`,
      to: `/espace/supports?projet=${id}`,
      link: t`Supports et modules`,
    });
  }
  return points;
}
