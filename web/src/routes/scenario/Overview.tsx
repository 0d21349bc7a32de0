import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioOverviewFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { duration, longDate } from "../../ui/dates.ts";
import { Facts } from "../../ui/Facts.tsx";
import { French } from "../../ui/French.tsx";
import { labelOf } from "../../ui/labels.ts";
import { listed } from "../../ui/plural.ts";

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
    addressWatch {
      brokenSince
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
  const { openAddress, addressWatch, theme } = scenario;
  const open = openAddress && ["OPEN", "OPEN_ELSEWHERE"].includes(openAddress.result);
  return (
    <>
      {open && (
        <p>
          <a className="fr-btn fr-icon-external-link-line fr-btn--icon-right" href={openAddress.url} rel="noreferrer">
            {t`Ouvrir sur le site de l’académie`}
          </a>
        </p>
      )}
      {open && addressWatch?.brokenSince && (
        <p className="fr-hint-text">
          {t`Cette page ne répond plus depuis le ${longDate(addressWatch.brokenSince)} ; l’académie est prévenue. Le texte du scénario est ci-dessous.`}
        </p>
      )}
      <Facts
        facts={[
          [t`Disciplines`, terms(scenario.disciplines)],
          [t`Niveaux`, terms(scenario.levels)],
          [t`Durée`, scenario.durationMinutes && duration(scenario.durationMinutes)],
          [t`Progressivité`, scenario.progressivity && labelOf("Progressivity", scenario.progressivity)],
          [t`Compétences numériques`, <Competences key="crcn" competences={scenario.competences} />],
          [t`Lieux et modalités`, scenario.setting && <French key="setting">{scenario.setting}</French>],
          [t`Matériel et outils`, scenario.tools && <French key="tools">{scenario.tools}</French>],
          [
            t`Thème`,
            theme && (
              <Link key="theme" to={`/themes/${theme.id}`} lang={inFrench}>
                {theme.title}
              </Link>
            ),
          ],
          [t`Académies`, <Academies key="academies" academies={scenario.academies} />],
          [t`Auteurs`, listed(scenario.authors.map(authorLine))],
        ]}
      />
    </>
  );
}

const terms = (all: readonly { label: string }[]) =>
  all.length > 0 && <French key="terms">{all.map(({ label }) => label).join(", ")}</French>;

const Competences = ({ competences }: { competences: ScenarioOverviewFragment["competences"] }) => (
  <ul className="plain" lang={inFrench}>
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
  `${publishedName ?? person?.displayName ?? t`Auteur non nommé`} (${labelOf("ContributionRole", role).toLowerCase()})`;
