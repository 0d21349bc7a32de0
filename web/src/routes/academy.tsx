import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { AcademyPageQuery } from "../gen/graphql.ts";
import { inFrench } from "../language.ts";
import { Facts } from "../ui/Facts.tsx";
import { Page } from "../ui/Page.tsx";
import { capital, figure } from "../ui/plural.ts";
import { Section } from "../ui/Section.tsx";
import { StateBadge } from "../ui/StateBadge.tsx";
import { TableFrame } from "../ui/TableFrame.tsx";
import { Time } from "../ui/Time.tsx";
import { Part } from "../ui/Unavailable.tsx";
import { AtAGlance, Contacts, Follow } from "./academy/Standing.tsx";
import { ParticipationFigures } from "./parts/ParticipationFigures.tsx";
import { Materials, Modules } from "./parts/Productions.tsx";
import { ScenarioItem } from "./parts/ScenarioItem.tsx";

const page = definePage({
  query: graphql(`
    query AcademyPage($code: ID!) {
      academy(code: $code) {
        code
        name
        label
        departements
        sites
        validFrom
        validTo
        region {
          code
          name
        }
        successor {
          code
          label
        }
        predecessors {
          code
          label
        }
        dan {
          id
          displayName
          position
        }
        projects(first: 50) {
          totalCount
          nodes {
            id
            title
            state
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
            }
          }
        }
        scenarios(first: 10) {
          totalCount
          nodes {
            ...ScenarioItem
          }
        }
        materials {
          ...MaterialItem
        }
        modules {
          ...ModuleItem
        }
        participation(by: MONTH) {
          total {
            ...ParticipationTotals
          }
        }
      }
    }
  `),
  variables: ({ params }) => ({ code: params.code ?? "" }),
  subject: "academy",
  head: ({ academy }) => ({
    title: capital(academy?.label ?? ""),
    description: t`Projets, scénarios, supports et modules des équipes de l’${academy?.label ?? ""}.`,
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Academy = NonNullable<AcademyPageQuery["academy"]>;

export default function AcademyView() {
  const { data, failed } = page.useData();
  const { academy } = data;
  if (!academy) return null;
  const failedHere = (field: string) => failed(`academy.${field}`);
  return (
    <Page title={capital(academy.label)} content path={[[t`Académies`, "/academies"]]}>
      <About academy={academy} />
      <AtAGlance academy={academy} />
      <Works academy={academy} failed={failedHere} />
      <Section title={t`Participation`}>
        <Part
          value={academy.participation}
          failed={failedHere("participation")}
          empty={<p>{t`Pas encore de chiffres.`}</p>}
        >
          {({ total }) => <ParticipationFigures figures={total} />}
        </Part>
      </Section>
      <Contacts academy={academy} failed={failedHere} />
      <Follow code={academy.code} />
    </Page>
  );
}

const AcademyLink = ({ academy }: { academy: { code: string; label: string } }) => (
  <Link to={`/academies/${academy.code}`} lang={inFrench}>
    {academy.label}
  </Link>
);

function About({ academy }: { academy: Academy }) {
  const { successor, predecessors } = academy;
  return (
    <Facts
      facts={[
        [t`Région académique`, academy.region.name],
        [t`Départements`, academy.departements.join(", ")],
        [t`Depuis le`, academy.validFrom && <Time key="from" at={academy.validFrom} />],
        [t`Jusqu’au`, academy.validTo && <Time key="to" at={academy.validTo} />],
        [t`Lui succède`, successor && <AcademyLink key="successor" academy={successor} />],
        [
          t`Issue de`,
          predecessors.length > 0 && (
            <ul className="plain">
              {predecessors.map((one) => (
                <li key={one.code}>
                  <AcademyLink academy={one} />
                </li>
              ))}
            </ul>
          ),
        ],
        [t`Sites ouverts`, academy.sites.join(", ")],
      ]}
    />
  );
}

interface WorksProps {
  academy: Academy;
  failed: (field: string) => boolean;
}

/** The academy's work is given value (R09). */
const Works = ({ academy, failed }: WorksProps) => (
  <>
    <Section title={t`Projets`}>
      <Part
        value={academy.projects?.nodes}
        failed={failed("projects")}
        empty={<p>{t`Aucun projet retenu à ce jour.`}</p>}
      >
        {(projects) => <Projects projects={projects} />}
      </Part>
    </Section>
    <Section title={t`Scénarios publiés`}>
      <Part value={academy.scenarios} failed={failed("scenarios")}>
        {({ nodes, totalCount }) => (
          <>
            <p>
              {totalCount === 0
                ? t`Aucun scénario publié à ce jour.`
                : plural(totalCount, { one: "# scénario", other: "# scénarios" })}
            </p>
            <ul className="items">
              {nodes.map((scenario) => (
                <ScenarioItem key={scenario.id} scenario={scenario} />
              ))}
            </ul>
            {totalCount > nodes.length && (
              <p>
                <Link to={`/scenarios?academie=${academy.code}`}>
                  <Trans>Voir les {figure(totalCount)} scénarios</Trans>
                </Link>
              </p>
            )}
          </>
        )}
      </Part>
    </Section>
    <Section title={t`Supports de communication`}>
      <Part value={academy.materials} failed={failed("materials")} empty={<p>{t`Aucun support déclaré à ce jour.`}</p>}>
        {(materials) => <Materials materials={materials} />}
      </Part>
    </Section>
    <Section title={t`Modules de formation`}>
      <Part value={academy.modules} failed={failed("modules")} empty={<p>{t`Aucun module déclaré à ce jour.`}</p>}>
        {(modules) => <Modules modules={modules} />}
      </Part>
    </Section>
  </>
);

const Projects = ({ projects }: { projects: NonNullable<Academy["projects"]>["nodes"] }) => (
  <TableFrame caption={t`Projets retenus`}>
    <thead>
      <tr>
        <th scope="col">{t`Projet`}</th>
        <th scope="col">{t`Thème`}</th>
        <th scope="col">{t`Campagne`}</th>
        <th scope="col">{t`État`}</th>
      </tr>
    </thead>
    <tbody>
      {projects.map(({ id, title, theme, campaign, state }) => (
        <tr key={id}>
          <th scope="row" className="fr-cell--multiline">
            <Link to={`/projets/${id}`} lang={inFrench}>
              {title}
            </Link>
          </th>
          <td className="fr-cell--multiline">
            <Link to={`/themes/${theme.id}`} lang={inFrench}>
              {theme.title}
            </Link>
          </td>
          <td>{campaign.label}</td>
          <td>
            <StateBadge of="ProjectState" value={state} />
          </td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);
