import { graphql } from "../../gen/gql.ts";
import type { ScenarioResourcesFragment } from "../../gen/graphql.ts";
import { Facts } from "../../ui/Facts.tsx";
import { labelOf } from "../../ui/labels.ts";
import { Section } from "../../ui/Section.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";

export const SCENARIO_RESOURCES = graphql(`
  fragment ScenarioResources on Scenario {
    resources {
      id
      title
      author
      sourceUrl
      rights {
        basis
        licence
        note
      }
    }
    digitalServices {
      id
      name
      publisher
      purpose
      hosting
      pupilAccounts
      viaGar
      termsNote
    }
  }
`);

/** What the scenario uses, and by what right (R61, R62). */
export const Resources = ({ scenario }: { scenario: ScenarioResourcesFragment }) => (
  <>
    {scenario.resources.length > 0 && (
      <Section title="Ressources">
        <ResourceTable resources={scenario.resources} />
      </Section>
    )}
    {scenario.digitalServices.length > 0 && (
      <Section title="Services numériques">
        <ul className="items">
          {scenario.digitalServices.map((service) => (
            <li key={service.id} className="item">
              <h3 className="item__title">{service.name}</h3>
              <p className="item__summary">{service.purpose}</p>
              <Facts
                facts={[
                  ["Éditeur", service.publisher],
                  ["Hébergement", service.hosting],
                  ["Compte pour les élèves", service.pupilAccounts ? "Oui" : "Non"],
                  ["Par le GAR", service.viaGar ? "Oui" : "Non"],
                  ["Conditions et données personnelles", service.termsNote],
                ]}
              />
            </li>
          ))}
        </ul>
      </Section>
    )}
  </>
);

const ResourceTable = ({ resources }: { resources: ScenarioResourcesFragment["resources"] }) => (
  <TableFrame caption="Ressources utilisées et leurs droits">
    <thead>
      <tr>
        <th scope="col">Ressource</th>
        <th scope="col">Auteur</th>
        <th scope="col">Droit d’usage</th>
      </tr>
    </thead>
    <tbody>
      {resources.map(({ id, title, author, sourceUrl, rights }) => (
        <tr key={id}>
          <th scope="row">
            {sourceUrl ? (
              <a href={sourceUrl} rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
          </th>
          <td>{author ?? "–"}</td>
          <td>
            {labelOf("RightsBasis", rights.basis)}
            {rights.licence && ` (${rights.licence})`}
            {rights.note && <span className="fr-hint-text">{rights.note}</span>}
          </td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);
