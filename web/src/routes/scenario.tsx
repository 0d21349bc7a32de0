import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { ScenarioPageQuery } from "../gen/graphql.ts";
import { inFrench } from "../language.ts";
import { French } from "../ui/French.tsx";
import { labelOf } from "../ui/labels.ts";
import { Page } from "../ui/Page.tsx";
import { Time } from "../ui/Time.tsx";
import { ScenarioItem } from "./parts/ScenarioItem.tsx";
import { learningResource } from "./scenario/learningResource.ts";
import { Use } from "./scenario/Use.tsx";
import { Whole } from "./scenario/Whole.tsx";

const page = definePage({
  query: graphql(`
    query ScenarioPage($slug: String!) {
      scenario(slug: $slug) {
        withdrawnAt
        withdrawalReason
        ...ScenarioWhole
        ...ScenarioUse
        related {
          ...ScenarioItem
        }
      }
    }
  `),
  variables: ({ params }) => ({ slug: params.slug ?? "" }),
  subject: "scenario",
  head: ({ scenario }, { params }) => ({
    title: scenario?.title ?? "",
    description: scenario?.summary,
    canonical: `/scenarios/${scenario?.slug ?? params.slug}`,
    type: "article",
    noindex: scenario?.state !== "PUBLISHED",
    ...(scenario?.state === "PUBLISHED" && {
      jsonLd: learningResource(scenario),
      alternate: { type: "application/xml", path: `/scenarios/${scenario.slug}.xml` },
    }),
  }),
  status: ({ scenario }) => (scenario?.state === "WITHDRAWN" ? 410 : 200),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export type Scenario = NonNullable<ScenarioPageQuery["scenario"]>;

export default function ScenarioView() {
  const { data, failed, place } = page.useData();
  const { scenario } = data;
  if (!scenario) return null;
  if (scenario.state === "WITHDRAWN") return <Tombstone scenario={scenario} />;
  return (
    <Page
      title={scenario.title}
      content
      path={[[t`Scénarios`, "/scenarios"]]}
      lead={<p lang={inFrench}>{scenario.summary}</p>}
    >
      {scenario.state !== "PUBLISHED" && (
        <p className="fr-hint-text">
          <Trans>
            {labelOf("ScenarioState", scenario.state)} : ce scénario n’est pas encore public, vous le voyez comme membre
            de son groupe.
          </Trans>
        </p>
      )}
      <Whole
        scenario={scenario}
        failed={(field) => failed(`scenario.${field}`)}
        use={scenario.state === "PUBLISHED" && <Use scenario={scenario} answer={place.search.get("usage")} />}
        more={
          scenario.related.length > 0
            ? { title: t`Scénarios proches`, content: <Related related={scenario.related} /> }
            : undefined
        }
      />
    </Page>
  );
}

const Related = ({ related }: Pick<Scenario, "related">) => (
  <ul className="items">
    {related.map((one) => (
      <ScenarioItem key={one.id} scenario={one} />
    ))}
  </ul>
);

/** A withdrawn scenario keeps its address, which says so. */
const Tombstone = ({ scenario }: { scenario: Scenario }) => (
  <Page title={scenario.title} content path={[[t`Scénarios`, "/scenarios"]]}>
    <p className="fr-text--lead">
      {scenario.withdrawnAt ? (
        <Trans>
          Ce scénario a été retiré le <Time at={scenario.withdrawnAt} />.
        </Trans>
      ) : (
        t`Ce scénario a été retiré.`
      )}
    </p>
    {scenario.withdrawalReason && (
      <p>
        <Trans>
          Raison : <French>{scenario.withdrawalReason}</French>
        </Trans>
      </p>
    )}
    <p>
      <a href="/scenarios">{t`Chercher un autre scénario`}</a>
    </p>
  </Page>
);
