import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { ProjectPageQuery } from "../gen/graphql.ts";
import { inFrench } from "../language.ts";
import { span } from "../ui/dates.ts";
import { Facts } from "../ui/Facts.tsx";
import { French } from "../ui/French.tsx";
import { labelOf } from "../ui/labels.ts";
import { Page } from "../ui/Page.tsx";
import { capital } from "../ui/plural.ts";
import { Section } from "../ui/Section.tsx";
import { StateBadge } from "../ui/StateBadge.tsx";
import { Time } from "../ui/Time.tsx";
import { Part } from "../ui/Unavailable.tsx";
import { Materials, Modules } from "./parts/Productions.tsx";
import { ScenarioItem } from "./parts/ScenarioItem.tsx";

const page = definePage({
  query: graphql(`
    query ProjectPage($id: ID!) {
      project(id: $id) {
        id
        title
        summary
        state
        engagedAt
        academy {
          code
          label
        }
        theme {
          id
          title
        }
        campaign {
          id
          label
        }
        group {
          id
          referent {
            id
            displayName
          }
          pilot {
            id
            displayName
          }
        }
        scenarios(first: 50) {
          nodes {
            ...ScenarioItem
          }
        }
        meetings(first: 20) {
          nodes {
            id
            title
            state
            mode
            startsAt
            endsAt
            timeZone
          }
        }
        materials {
          ...MaterialItem
        }
        modules {
          ...ModuleItem
        }
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "project",
  head: ({ project }) => ({
    title: project?.title ?? "",
    description: project?.summary || t`Le projet « ${project?.title ?? ""} » des travaux académiques mutualisés.`,
    type: "article",
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Project = NonNullable<ProjectPageQuery["project"]>;

export default function ProjectView() {
  const { data, failed } = page.useData();
  const { project } = data;
  if (!project) return null;
  const failedHere = (field: string) => failed(`project.${field}`);
  return (
    <Page
      title={project.title}
      content
      path={[
        [t`Thèmes`, "/themes"],
        [project.theme.title, `/themes/${project.theme.id}`],
      ]}
      lead={project.summary && <p lang={inFrench}>{project.summary}</p>}
    >
      <About project={project} />
      <Section title={t`Scénarios publiés`}>
        <Part
          value={project.scenarios?.nodes}
          failed={failedHere("scenarios")}
          empty={<p>{t`Aucun scénario publié à ce jour : l’équipe les met d’abord à l’épreuve en classe.`}</p>}
        >
          {(scenarios) => (
            <ul className="items">
              {scenarios.map((scenario) => (
                <ScenarioItem key={scenario.id} scenario={scenario} />
              ))}
            </ul>
          )}
        </Part>
      </Section>
      <Section title={t`Supports de communication`}>
        <Part
          value={project.materials}
          failed={failedHere("materials")}
          empty={<p>{t`Aucun support déclaré à ce jour.`}</p>}
        >
          {(materials) => <Materials materials={materials} />}
        </Part>
      </Section>
      <Section title={t`Modules de formation`}>
        <Part
          value={project.modules}
          failed={failedHere("modules")}
          empty={<p>{t`Aucun module déclaré à ce jour.`}</p>}
        >
          {(modules) => <Modules modules={modules} />}
        </Part>
      </Section>
      <Section title={t`Réunions de l’équipe`}>
        <Part
          value={project.meetings?.nodes}
          failed={failedHere("meetings")}
          empty={<p>{t`Aucune réunion n’est encore convoquée.`}</p>}
        >
          {(meetings) => <TeamMeetings meetings={meetings} />}
        </Part>
      </Section>
    </Page>
  );
}

const About = ({ project: { academy, theme, campaign, state, engagedAt, group } }: { project: Project }) => (
  <Facts
    facts={[
      [
        t`Académie`,
        academy && (
          <Link key="academy" to={`/academies/${academy.code}`} lang={inFrench}>
            {capital(academy.label)}
          </Link>
        ),
      ],
      [
        t`Thème`,
        <Link key="theme" to={`/themes/${theme.id}`} lang={inFrench}>
          {theme.title}
        </Link>,
      ],
      [t`Campagne`, campaign.label],
      [t`État`, <StateBadge key="state" of="ProjectState" value={state} />],
      [t`Équipe engagée le`, engagedAt && <Time key="engaged" at={engagedAt} />],
      [t`Professeur·e référent·e`, group?.referent?.displayName],
      [t`Inspection pilote`, group?.pilot?.displayName],
    ]}
  />
);

const TeamMeetings = ({ meetings }: { meetings: NonNullable<Project["meetings"]>["nodes"] }) => (
  <ul className="items">
    {meetings.map(({ id, title, state, mode, startsAt, endsAt, timeZone }) => (
      <li key={id} className="item">
        <h3 className="item__title">
          <French>{title}</French>
        </h3>
        <p className="item__facts">
          <StateBadge of="MeetingState" value={state} />
          <span>
            <time dateTime={startsAt}>{span(startsAt, endsAt, timeZone)}</time>
          </span>
          <span>{labelOf("MeetingMode", mode)}</span>
        </p>
      </li>
    ))}
  </ul>
);
