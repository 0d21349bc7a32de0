import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioResourcesFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { FileLink } from "../../ui/FileLink.tsx";
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
      kind
      alternative
      adapted
      file {
        name
        type
        size
        url
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
export const Resources = ({ scenario, secret }: { scenario: ScenarioResourcesFragment; secret?: string }) => (
  <>
    {scenario.resources.length > 0 && (
      <Section title={t`Ressources`}>
        <ResourceTable resources={scenario.resources.map((one) => opened(one, secret))} />
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

/** A draft's file opens by the link that shows the draft. */
const opened = (resource: ScenarioResourcesFragment["resources"][number], secret: string | undefined) => {
  const { file } = resource;
  return file && secret ? { ...resource, file: { ...file, url: `${file.url}?secret=${secret}` } } : resource;
};

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
      {resources.map(({ id, title, author, sourceUrl, rights, adapted, ...resource }) => (
        <tr key={id}>
          <th scope="row" lang={inFrench}>
            {sourceUrl ? (
              <a href={sourceUrl} rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
            <Joined resource={resource} />
          </th>
          <td>{author ?? "–"}</td>
          <td>
            {labelOf("RightsBasis", rights.basis)}
            {rights.licence && ` (${rights.licence})`}
            {adapted && <span className="fr-hint-text">{t`Modifiée pour ce scénario`}</span>}
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

type Said = Pick<ScenarioResourcesFragment["resources"][number], "kind" | "alternative" | "file">;

/** Pictures are shown, other files are downloaded; the words for those who do not see or hear stand beside both. */
function Joined({ resource: { kind, alternative, file } }: { resource: Said }) {
  const picture = file?.type.startsWith("image/");
  return (
    <>
      {file && picture && (
        <img className="resource-picture" src={file.url} alt={alternative ?? ""} loading="lazy" lang={inFrench} />
      )}
      {file && (
        <span className="fr-hint-text">
          <FileLink file={file} />
        </span>
      )}
      {alternative && !picture && (
        <details className="resource-words">
          <summary>{kind === "VIDEO" || kind === "AUDIO" ? t`Sous-titres ou transcription` : t`Description`}</summary>
          <p lang={inFrench}>{alternative}</p>
        </details>
      )}
    </>
  );
}
