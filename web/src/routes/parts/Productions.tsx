import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { MaterialItemFragment, ModuleItemFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { duration } from "../../ui/dates.ts";
import { French } from "../../ui/French.tsx";
import { labelOf, labelOr } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Time } from "../../ui/Time.tsx";

export const MATERIAL_ITEM = graphql(`
  fragment MaterialItem on CommunicationMaterial {
    id
    title
    description
    level
    kind
    otherKind
    url
    textAlternative
    captioned
    transcript
    publishedAt
    academy {
      code
      name
    }
  }
`);

export const MODULE_ITEM = graphql(`
  fragment ModuleItem on TrainingModule {
    id
    title
    description
    platform
    otherPlatform
    url
    objectives
    minutesInPerson
    minutesRemote
    audience
    cartridgeUrl
    publishedAt
    academy {
      code
      name
    }
  }
`);

/** Communication materials, each with the text that stands for the picture. */
export const Materials = ({ materials }: { materials: MaterialItemFragment[] }) => (
  <ul className="items">
    {materials.map((material) => (
      <li key={material.id} className="item">
        <h3 className="item__title" lang={inFrench}>
          <a href={material.url} rel="noreferrer">
            {material.title}
          </a>
        </h3>
        <p className="item__summary" lang={inFrench}>
          {material.description}
        </p>
        <p className="item__facts">
          <span>{labelOr("MaterialKind", material.kind, material.otherKind)}</span>
          <span>{material.academy?.name ?? labelOf("MaterialLevel", material.level)}</span>
          <span>
            <Time at={material.publishedAt} />
          </span>
        </p>
        <details>
          <summary>{t`Texte équivalent`}</summary>
          <p lang={inFrench}>{material.textAlternative}</p>
        </details>
        {material.captioned && <p className="fr-hint-text">{t`Vidéo sous-titrée`}</p>}
        {material.transcript && (
          <details>
            <summary>{t`Transcription`}</summary>
            <Prose text={material.transcript} />
          </details>
        )}
      </li>
    ))}
  </ul>
);

export const Modules = ({ modules }: { modules: ModuleItemFragment[] }) => (
  <ul className="items">
    {modules.map((module) => (
      <li key={module.id} className="item">
        <h3 className="item__title" lang={inFrench}>
          <a href={module.url} rel="noreferrer">
            {module.title}
          </a>
        </h3>
        <p className="item__summary" lang={inFrench}>
          {module.description}
        </p>
        <p>
          <Trans>
            Objectifs : <French>{module.objectives}</French>
          </Trans>
        </p>
        <p className="item__facts">
          <span>{labelOr("ModulePlatform", module.platform, module.otherPlatform)}</span>
          {module.minutesInPerson ? (
            <span>
              <Trans>{duration(module.minutesInPerson)} en présence</Trans>
            </span>
          ) : null}
          {module.minutesRemote ? (
            <span>
              <Trans>{duration(module.minutesRemote)} à distance</Trans>
            </span>
          ) : null}
          {module.audience && <span lang={inFrench}>{module.audience}</span>}
          {module.academy && <span>{module.academy.name}</span>}
        </p>
        {module.cartridgeUrl && (
          <p>
            <a href={module.cartridgeUrl} download>
              {t`Télécharger le parcours pour M@gistère (Common Cartridge)`}
            </a>
          </p>
        )}
      </li>
    ))}
  </ul>
);
