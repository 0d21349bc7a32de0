import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioOverviewFragment } from "../../gen/graphql.ts";
import { duration } from "../../ui/dates.ts";
import { Facts } from "../../ui/Facts.tsx";
import { labelOf } from "../../ui/labels.ts";

export const SCENARIO_OVERVIEW = graphql(`
  fragment ScenarioOverview on Scenario {
    progressivity
    durationMinutes
    setting
    tools
    openAddress {
      url
      result
    }
    theme {
      id
      title
    }
    academies {
      code
      name
    }
    disciplines {
      code
      label
    }
    levels {
      uri
      label
    }
    competences {
      uri
      label
    }
    authors {
      role
      publishedName
      person {
        id
        displayName
      }
    }
  }
`);

export function Overview({ scenario }: { scenario: ScenarioOverviewFragment }) {
  const { openAddress, theme } = scenario;
  const open = openAddress && ["OPEN", "OPEN_ELSEWHERE"].includes(openAddress.result);
  return (
    <>
      {open && (
        <p>
          <a className="fr-btn fr-icon-external-link-line fr-btn--icon-right" href={openAddress.url} rel="noreferrer">
            Ouvrir sur le site de l’académie
          </a>
        </p>
      )}
      <Facts
        facts={[
          ["Disciplines", scenario.disciplines.map(({ label }) => label).join(", ")],
          ["Niveaux", scenario.levels.map(({ label }) => label).join(", ")],
          ["Durée", scenario.durationMinutes && duration(scenario.durationMinutes)],
          ["Progressivité", scenario.progressivity && labelOf("Progressivity", scenario.progressivity)],
          ["Compétences numériques", <Competences key="crcn" competences={scenario.competences} />],
          ["Lieux et modalités", scenario.setting],
          ["Matériel et outils", scenario.tools],
          ["Thème", theme && <Link to={`/themes/${theme.id}`}>{theme.title}</Link>],
          ["Académies", <Academies key="academies" academies={scenario.academies} />],
          ["Auteurs", scenario.authors.map(authorLine).join(" ; ")],
        ]}
      />
    </>
  );
}

const Competences = ({ competences }: { competences: ScenarioOverviewFragment["competences"] }) => (
  <ul className="plain">
    {competences.map(({ uri, label }) => (
      <li key={uri}>
        {uri} {label}
      </li>
    ))}
  </ul>
);

const Academies = ({ academies }: { academies: ScenarioOverviewFragment["academies"] }) => (
  <ul className="plain">
    {academies.map(({ code, name }) => (
      <li key={code}>
        <Link to={`/academies/${code}`}>{name}</Link>
      </li>
    ))}
  </ul>
);

/** The name as it was published; a person who left keeps the authorship. */
const authorLine = ({ person, publishedName, role }: ScenarioOverviewFragment["authors"][number]) =>
  `${publishedName ?? person?.displayName ?? "Auteur non nommé"} (${labelOf("ContributionRole", role).toLowerCase()})`;
