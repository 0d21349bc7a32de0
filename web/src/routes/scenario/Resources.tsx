import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioResourcesFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { French } from "../../ui/French.tsx";
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
      <Section title={t`Ressources`}>
        <ResourceTable resources={scenario.resources} />
      </Section>
    )}
    {scenario.digitalServices.length > 0 && (
      <Section title={t`Services numériques`}>
        <ul className="items">
          {scenario.digitalServices.map((service) => (
            <li key={service.id} className="item">
              <h3 className="item__title" lang={inFrench}>
                {service.name}
              </h3>
              <p className="item__summary" lang={inFrench}>
                {service.purpose}
              </p>
              <Facts
                facts={[
                  [t`Éditeur`, service.publisher],
                  [t`Hébergement`, service.hosting && <French key="hosting">{service.hosting}</French>],
                  [t`Compte pour les élèves`, service.pupilAccounts ? t`Oui` : t`Non`],
                  [t`Par le GAR`, service.viaGar ? t`Oui` : t`Non`],
                  [
                    t`Conditions et données personnelles`,
                    service.termsNote && <French key="terms">{service.termsNote}</French>,
                  ],
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
  <TableFrame caption={t`Ressources utilisées et leurs droits`}>
    <thead>
      <tr>
        <th scope="col">{t`Ressource`}</th>
        <th scope="col">{t`Auteur`}</th>
        <th scope="col">{t`Droit d’usage`}</th>
      </tr>
    </thead>
    <tbody>
      {resources.map(({ id, title, author, sourceUrl, rights }) => (
        <tr key={id}>
          <th scope="row" lang={inFrench}>
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
            {rights.note && (
              <span className="fr-hint-text" lang={inFrench}>
                {rights.note}
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);
