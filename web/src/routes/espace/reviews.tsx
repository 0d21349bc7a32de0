import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { graphql } from "../../gen/gql.ts";
import { inFrench } from "../../language.ts";
import { Empty } from "../../ui/Empty.tsx";
import { afterOf, Pager } from "../../ui/Pager.tsx";
import { capital, figure } from "../../ui/plural.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Screen } from "./parts/Screen.tsx";

const PAGE_SIZE = 50;

const page = definePage({
  query: graphql(`
    query ReviewsScreen($campaign: ID!, $first: Int!, $after: String) {
      campaign(id: $campaign) {
        id
        label
      }
      myReviews(campaignId: $campaign, first: $first, after: $after) {
        total
        done
        next {
          id
        }
        reviews {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            state
            mark
            application {
              id
              title
              academy {
                code
                label
              }
              theme {
                id
                title
              }
            }
          }
        }
      }
    }
  `),
  variables: ({ search }) => ({ campaign: search.get("campagne") ?? "", first: PAGE_SIZE, after: afterOf(search) }),
  subject: "campaign",
  fresh: true,
  head: () => ({ title: t`Mes évaluations`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** The reviewer's queue: how far it is, and the next one. */
export default function Reviews() {
  const { campaign, myReviews } = page.useData().data;
  if (!campaign) return null;
  if (!myReviews || myReviews.total === 0) {
    return (
      <Screen title={t`Mes évaluations`}>
        <Empty>{t`Aucune candidature de la campagne ${campaign.label} ne vous est confiée.`}</Empty>
      </Screen>
    );
  }
  const { total, done, next, reviews } = myReviews;
  return (
    <Screen
      title={t`Mes évaluations`}
      lead={
        <p>
          <Trans>
            {figure(done)} rendues sur {figure(total)}, campagne {campaign.label}.
          </Trans>
        </p>
      }
    >
      <progress className="fr-mb-2w" value={done} max={total} aria-label={t`Évaluations rendues`} />
      {next && (
        <p>
          <Link className="fr-btn" to={`/espace/evaluations/${next.id}?campagne=${campaign.id}`}>
            {t`Évaluer la suivante`}
          </Link>
        </p>
      )}
      <TableFrame caption={t`Évaluations confiées`}>
        <thead>
          <tr>
            <th scope="col">{t`Candidature`}</th>
            <th scope="col">{t`Académie`}</th>
            <th scope="col">{t`Thème`}</th>
            <th scope="col">{t`État`}</th>
            <th scope="col" className="fr-cell--right">{t`Note sur 20`}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.nodes.map(({ id, state, mark, application }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/espace/evaluations/${id}?campagne=${campaign.id}`}>{application?.title ?? "–"}</Link>
              </th>
              <td>{application?.academy ? capital(application.academy.label) : "–"}</td>
              <td lang={inFrench}>{application?.theme.title}</td>
              <td>
                <StateBadge of="ReviewState" value={state} />
              </td>
              <td className="fr-cell--right">{mark == null ? "–" : figure(mark)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <Pager {...reviews} pageSize={PAGE_SIZE} of={t`évaluations`} />
    </Screen>
  );
}
