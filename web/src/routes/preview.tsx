import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import { inFrench } from "../language.ts";
import { labelOf } from "../ui/labels.ts";
import { Page } from "../ui/Page.tsx";
import { Whole } from "./scenario/Whole.tsx";

const page = definePage({
  query: graphql(`
    query PreviewPage($secret: String!) {
      previewedScenario(secret: $secret) {
        ...ScenarioWhole
      }
    }
  `),
  variables: ({ params }) => ({ secret: params.secret ?? "" }),
  subject: "previewedScenario",
  head: ({ previewedScenario }) => ({
    title: previewedScenario ? t`Aperçu : ${previewedScenario.title}` : "",
    noindex: true,
  }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** A draft, read by a secret link: it says so, and search engines pass over it. */
export default function Preview() {
  const { data, failed, place } = page.useData();
  const scenario = data.previewedScenario;
  if (!scenario) return null;
  return (
    <Page
      title={scenario.title}
      content
      path={[[t`Scénarios`, "/scenarios"]]}
      lead={<p lang={inFrench}>{scenario.summary}</p>}
    >
      <div className="fr-notice fr-notice--info fr-mb-4w">
        <div className="fr-container">
          <p className="fr-notice__title">
            {scenario.state === "PUBLISHED" ? (
              <Trans>
                Ce scénario est maintenant public : <Link to={`/scenarios/${scenario.slug}`}>lisez sa page</Link>.
              </Trans>
            ) : (
              <Trans>
                {labelOf("ScenarioState", scenario.state)} : ce texte peut encore changer. Ne le diffusez pas, ce lien
                expire.
              </Trans>
            )}
          </p>
        </div>
      </div>
      <Whole
        scenario={scenario}
        failed={(field) => failed(`previewedScenario.${field}`)}
        secret={place.params.secret}
      />
    </Page>
  );
}
