import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../../../apollo/page.ts";
import { ModuleContents } from "../../../features/communications/ModuleContents.tsx";
import { can, familyOf } from "../../../features/people/rights.ts";
import { WhoCanAct } from "../../../features/people/Who.tsx";
import { graphql } from "../../../gen/gql.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { labelOr } from "../../../ui/labels.ts";
import { Section } from "../../../ui/Section.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query ModuleScreen($id: ID!) {
      viewer {
        ...ViewerRights
      }
      trainingModule(id: $id) {
        ...ComposedModule
        url
        platform
        otherPlatform
        cartridgeUrl
        academy {
          code
          successor {
            code
          }
          predecessors {
            code
          }
        }
        theme {
          id
          title
        }
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "trainingModule",
  fresh: true,
  head: ({ trainingModule }) => ({ title: trainingModule?.title ?? "", noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** What a module is made of, and what M@gistère indexes (R16, R70). */
export default function Module() {
  const { data } = page.useData();
  const { trainingModule: module, viewer } = data;
  if (!module) return null;
  const themeId = module.theme?.id;
  const mine =
    can(viewer, "declareNational", { themeId }) ||
    can(viewer, "declareAcademic", { themeId, academyCodes: familyOf(module.academy) });
  return (
    <Screen title={module.title} content path={[[t`Supports et modules`, "/espace/supports"]]}>
      <Facts
        facts={[
          [t`Plate-forme`, labelOr("ModulePlatform", module.platform, module.otherPlatform)],
          [t`Thème`, module.theme?.title],
          [
            t`Adresse`,
            <a key="url" href={module.url} rel="noreferrer">
              {module.url}
            </a>,
          ],
        ]}
      />
      <Section title={t`Composition`}>
        {mine ? (
          <ModuleContents key={module.id} module={module} />
        ) : (
          <p>
            <Trans>
              Le parcours est composé par : <WhoCanAct roles={["EXPERT", "REFERENT"]} />.
            </Trans>
          </p>
        )}
      </Section>
      <Section title={t`Cartouche pour M@gistère`}>
        <p>{t`Sans choix, la cartouche contient tous les scénarios et supports du thème. Dans M@gistère, elle se restaure dans un parcours vide.`}</p>
        <p>
          <a href={module.cartridgeUrl} download className="fr-link fr-link--download">
            {t`Télécharger la cartouche (IMS Common Cartridge 1.1)`}
          </a>
        </p>
      </Section>
    </Screen>
  );
}
