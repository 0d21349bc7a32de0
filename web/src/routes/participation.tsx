import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, redirect } from "react-router";
import { definePage } from "../apollo/page.ts";
import { axes, axisName } from "../features/people/participation.ts";
import { graphql } from "../gen/gql.ts";
import { Empty } from "../ui/Empty.tsx";
import { canonicalAddress } from "../ui/filters.ts";
import { Page } from "../ui/Page.tsx";
import { Part } from "../ui/Unavailable.tsx";
import type { Route } from "./+types/participation.ts";
import { Breakdown } from "./participation/Breakdown.tsx";
import { AxisChoice, FigureChoice, PublicFilters } from "./participation/Choices.tsx";
import { choiceAt } from "./participation/choice.ts";
import { ParticipationFigures } from "./parts/ParticipationFigures.tsx";

const page = definePage({
  query: graphql(`
    query ParticipationPage($by: ParticipationAxis!, $filter: ParticipationFilter) {
      participation(by: $by, filter: $filter) {
        rows {
          key
          label
          hidden
          figures {
            ...ParticipationTotals
          }
        }
        total {
          ...ParticipationTotals
        }
      }
      academies {
        code
        name
      }
      campaigns(first: 20) {
        nodes {
          id
          label
        }
      }
      themes(first: 100) {
        nodes {
          id
          title
        }
      }
      disciplines {
        code
        label
      }
    }
  `),
  variables: ({ search }) => {
    const { axis, filter } = choiceAt(search);
    return { by: axes[axis], filter };
  },
  head: () => ({
    title: t`Participation`,
    description: t`Combien de personnes participent aux travaux académiques mutualisés, chaque chiffre avec sa définition.`,
    canonical: "/participation",
  }),
});

export const loader = (args: Route.LoaderArgs) => redirectEmpty(args.request) ?? page.loader(args);
export const clientLoader = (args: Route.ClientLoaderArgs) => redirectEmpty(args.request) ?? page.clientLoader(args);
export const meta = page.meta;

const redirectEmpty = (request: Request) => {
  const address = canonicalAddress(new URL(request.url));
  return address ? redirect(address) : null;
};

export default function Participation() {
  const { data, place, failed } = page.useData();
  const { choice, axis, shown } = choiceAt(place.search);
  return (
    <Page title={t`Participation`} lead={<p>{t`Chaque chiffre compte des personnes distinctes, une seule fois.`}</p>}>
      <PublicFilters data={data} choice={choice} />
      <Part value={data.participation} failed={failed("participation")} empty={<p>{t`Pas encore de chiffres.`}</p>}>
        {({ rows, total }) => (
          <>
            <section>
              <h2>{t`Ensemble`}</h2>
              <ParticipationFigures figures={total} />
            </section>
            <section>
              <h2>
                <Trans>Par {axisName(axis)}</Trans>
              </h2>
              <AxisChoice axis={axis} choice={choice} />
              <FigureChoice shown={shown} choice={choice} />
              {rows.length === 0 ? (
                <Empty action={<Link to="/participation">{t`Retirer les filtres`}</Link>}>
                  {t`Personne n’a participé dans ce périmètre.`}
                </Empty>
              ) : (
                <Breakdown axis={axis} rows={rows} shown={shown} academies={data.academies ?? []} />
              )}
            </section>
          </>
        )}
      </Part>
    </Page>
  );
}
