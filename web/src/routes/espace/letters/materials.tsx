import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { MaterialForm } from "../../../features/communications/MaterialForm.tsx";
import { ModuleForm } from "../../../features/communications/ModuleForm.tsx";
import { placesOf } from "../../../features/communications/places.ts";
import { graphql } from "../../../gen/gql.ts";
import type { DeclaredProductionsFragment, MaterialsScreenQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { labelOf, labelOr } from "../../../ui/labels.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

export const DECLARED_PRODUCTIONS = graphql(`
  fragment DeclaredProductions on Project {
    id
    title
    materials {
      id
      title
      kind
      otherKind
      level
      url
    }
    modules {
      id
      title
      platform
      otherPlatform
      url
      cartridgeUrl
    }
  }
`);

const page = definePage({
  query: graphql(`
    query MaterialsScreen {
      viewer {
        ...ViewerRights
        academicGroups {
          id
          academy {
            code
            name
            successor {
              code
            }
            predecessors {
              code
            }
          }
          project {
            ...DeclaredProductions
            theme {
              id
            }
          }
        }
        nationalGroups {
          id
          theme {
            id
            title
            materials {
              id
              title
              kind
              otherKind
              level
              url
            }
            modules {
              id
              title
              platform
              otherPlatform
              url
              cartridgeUrl
            }
          }
        }
      }
    }
  `),
  subject: "viewer",
  head: () => ({ title: t`Supports et modules`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Materials() {
  const { data, place } = page.useData();
  const refresh = useRefresh();
  const places = placesOf(data.viewer);
  const chosen = place.search.get("projet") ?? place.search.get("theme") ?? undefined;
  return (
    <Screen
      title={t`Supports et modules`}
      lead={
        <p>
          <Trans>Infographies, cartes, capsules et modules de formation : ce qui fait connaître les travaux.</Trans>
        </p>
      }
    >
      {places.length === 0 ? (
        <Empty>
          <Trans>
            Les supports sont déclarés par le ou la référent·e de l’équipe, ou par l’expert·e du thème. Vous lisez
            ci-dessous ceux de vos groupes.
          </Trans>
        </Empty>
      ) : (
        <div className="actions">
          <Reveal label={t`Déclarer un support`} priority="primary">
            {(close) => <MaterialForm places={places} chosen={chosen} onDone={both(close, refresh)} />}
          </Reveal>
          <Reveal label={t`Déclarer un module de formation`}>
            {(close) => <ModuleForm places={places} chosen={chosen} onDone={both(close, refresh)} />}
          </Reveal>
        </div>
      )}
      {productionsOf(data).map(({ id, title, materials, modules }) => (
        <Section key={id} title={title}>
          <Declared materials={materials} modules={modules} />
        </Section>
      ))}
    </Screen>
  );
}

const both = (first: () => void, second: () => void) => () => {
  first();
  second();
};

type Declared = Pick<DeclaredProductionsFragment, "id" | "title" | "materials" | "modules">;

/** By team, and by theme for whoever is in its national group. */
const productionsOf = ({ viewer }: MaterialsScreenQuery): Declared[] => [
  ...(viewer?.academicGroups ?? []).flatMap(({ project }) => (project ? [project] : [])),
  ...(viewer?.nationalGroups ?? []).flatMap(({ theme }) => (theme ? [theme] : [])),
];

function Declared({ materials, modules }: Pick<Declared, "materials" | "modules">) {
  const all = [
    ...(materials ?? []).map(({ id, title, url, kind, otherKind, level }) => ({
      id,
      title,
      url,
      cartridge: null,
      compose: null,
      facts: [labelOr("MaterialKind", kind, otherKind), labelOf("MaterialLevel", level)],
    })),
    ...(modules ?? []).map(({ id, title, url, cartridgeUrl, platform, otherPlatform }) => ({
      id,
      title,
      url,
      cartridge: cartridgeUrl,
      compose: `/espace/modules/${id}`,
      facts: [t`Module de formation`, labelOr("ModulePlatform", platform, otherPlatform)],
    })),
  ];
  if (all.length === 0) return <p>{t`Rien n’est déclaré. Un support au moins est attendu de chaque groupe.`}</p>;
  return (
    <ul className="items">
      {all.map(({ id, title, url, cartridge, compose, facts }) => (
        <li key={id} className="item">
          <h3 className="item__title">
            <a href={url} rel="noreferrer" lang={inFrench}>
              {title}
            </a>
          </h3>
          <p className="item__facts">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
            {compose && (
              <span>
                <Link to={compose}>
                  <Trans>
                    Composer le parcours<span className="fr-sr-only"> : {title}</span>
                  </Trans>
                </Link>
              </span>
            )}
            {cartridge && (
              <span>
                <a href={cartridge} download>
                  <Trans>
                    Cartouche pour M@gistère<span className="fr-sr-only"> : {title}</span>
                  </Trans>
                </a>
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
