import { graphql } from "../../gen/gql.ts";
import type { MaterialItemFragment, ModuleItemFragment } from "../../gen/graphql.ts";
import { duration } from "../../ui/dates.ts";
import { labelOf, labelOr } from "../../ui/labels.ts";
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
        <h3 className="item__title">
          <a href={material.url} rel="noreferrer">
            {material.title}
          </a>
        </h3>
        <p className="item__summary">{material.description}</p>
        <p className="item__facts">
          <span>{labelOr("MaterialKind", material.kind, material.otherKind)}</span>
          <span>{material.academy?.name ?? labelOf("MaterialLevel", material.level)}</span>
          <span>
            <Time at={material.publishedAt} />
          </span>
        </p>
        <details>
          <summary>Texte équivalent</summary>
          <p>{material.textAlternative}</p>
        </details>
      </li>
    ))}
  </ul>
);

export const Modules = ({ modules }: { modules: ModuleItemFragment[] }) => (
  <ul className="items">
    {modules.map((module) => (
      <li key={module.id} className="item">
        <h3 className="item__title">
          <a href={module.url} rel="noreferrer">
            {module.title}
          </a>
        </h3>
        <p className="item__summary">{module.description}</p>
        <p>Objectifs : {module.objectives}</p>
        <p className="item__facts">
          <span>{labelOr("ModulePlatform", module.platform, module.otherPlatform)}</span>
          {module.minutesInPerson ? <span>{duration(module.minutesInPerson)} en présence</span> : null}
          {module.minutesRemote ? <span>{duration(module.minutesRemote)} à distance</span> : null}
          {module.academy && <span>{module.academy.name}</span>}
        </p>
      </li>
    ))}
  </ul>
);
