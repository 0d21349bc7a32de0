import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ThemeGroupFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { labelOf } from "../../ui/labels.ts";
import { figure } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Part } from "../../ui/Unavailable.tsx";

export const THEME_GROUP = graphql(`
  fragment ThemeGroup on Theme {
    nationalGroup {
      id
      seats {
        role
        person {
          id
          displayName
        }
        academy {
          code
          name
        }
      }
      diversity {
        academies
        disciplines
        firstDegreeTeachers
        secondDegreeTeachers
        vocationalTeachers
      }
    }
    projects(first: 50) {
      totalCount
      nodes {
        id
        title
        state
        publishedScenarioCount
        academy {
          code
          name
        }
      }
    }
  }
`);

interface GroupProps {
  theme: ThemeGroupFragment;
  failed: (field: string) => boolean;
}

export const Group = ({ theme, failed }: GroupProps) => (
  <>
    <Section title={t`Équipes`}>
      <Part
        value={theme.projects?.nodes}
        failed={failed("projects")}
        empty={<p>{t`Aucune équipe n’est encore retenue.`}</p>}
      >
        {(projects) => <Teams projects={projects} />}
      </Part>
    </Section>
    <Section title={t`Groupe de travail national`}>
      <Part
        value={theme.nationalGroup}
        failed={failed("nationalGroup")}
        empty={<p>{t`Le groupe n’est pas encore formé.`}</p>}
      >
        {(group) => (
          <>
            <Seats seats={group.seats} />
            <p>{diversity(group.diversity)}</p>
          </>
        )}
      </Part>
    </Section>
  </>
);

const Teams = ({ projects }: { projects: NonNullable<ThemeGroupFragment["projects"]>["nodes"] }) => (
  <TableFrame caption={t`Équipes retenues, par académie`}>
    <thead>
      <tr>
        <th scope="col">{t`Académie`}</th>
        <th scope="col">{t`Projet`}</th>
        <th scope="col">{t`État`}</th>
        <th scope="col" className="fr-cell--right">
          {t`Scénarios publiés`}
        </th>
      </tr>
    </thead>
    <tbody>
      {projects.map(({ id, title, state, academy, publishedScenarioCount }) => (
        <tr key={id}>
          <th scope="row">{academy ? <Link to={`/academies/${academy.code}`}>{academy.name}</Link> : "–"}</th>
          <td className="fr-cell--multiline">
            <Link to={`/projets/${id}`} lang={inFrench}>
              {title}
            </Link>
          </td>
          <td>
            <StateBadge of="ProjectState" value={state} />
          </td>
          <td className="fr-cell--right">{figure(publishedScenarioCount)}</td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);

const Seats = ({ seats }: { seats: NonNullable<ThemeGroupFragment["nationalGroup"]>["seats"] }) => (
  <TableFrame caption={t`Membres du groupe national`}>
    <thead>
      <tr>
        <th scope="col">{t`Personne`}</th>
        <th scope="col">{t`Rôle`}</th>
        <th scope="col">{t`Académie`}</th>
      </tr>
    </thead>
    <tbody>
      {seats.map(({ person, role, academy }) => (
        <tr key={`${person.id} ${role} ${academy?.code ?? ""}`}>
          <th scope="row">{person.displayName}</th>
          <td>{labelOf("Role", role)}</td>
          <td>{academy ? academy.name : t`Ministère`}</td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);

/** The variety of the group in one sentence (R29). */
const diversity = (group: NonNullable<ThemeGroupFragment["nationalGroup"]>["diversity"]) =>
  t`Les équipes réunissent ${plural(group.academies, { one: "# académie", other: "# académies" })} et ${plural(group.disciplines, { one: "# discipline", other: "# disciplines" })} : ${plural(group.firstDegreeTeachers, { one: "# enseignant·e", other: "# enseignant·es" })} du premier degré, ${figure(group.secondDegreeTeachers)} du second degré, dont ${figure(group.vocationalTeachers)} de la voie professionnelle.`;
