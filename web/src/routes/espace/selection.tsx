import { t } from "@lingui/core/macro";
import { definePage } from "../../apollo/page.ts";
import { can, whoMay } from "../../features/people/rights.ts";
import { Candidates } from "../../features/projects/Candidates.tsx";
import { Coverage } from "../../features/projects/Coverage.tsx";
import { Publish } from "../../features/projects/PublishDecisions.tsx";
import { graphql } from "../../gen/gql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { afterOf, Pager } from "../../ui/Pager.tsx";
import { Section } from "../../ui/Section.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { Screen } from "./parts/Screen.tsx";

const PAGE_SIZE = 50;

const page = definePage({
  query: graphql(`
    query SelectionScreen($id: ID!, $theme: ID, $first: Int!, $after: String) {
      viewer {
        ...ViewerRights
      }
      campaign(id: $id) {
        id
        label
        target
        version
        ...SelectionCoverage
        themes(first: 100) {
          nodes {
            id
            title
          }
        }
      }
      applications(
        filter: {
          campaignId: $id
          themeId: $theme
          states: [SUBMITTED, UNDER_REVIEW, RETAINED, RETAINED_CONDITIONALLY, WAITLISTED, DECLINED]
        }
        orderBy: MEAN_DESC
        first: $first
        after: $after
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...SelectionRow
        }
      }
    }
  `),
  variables: ({ params, search }) => ({
    id: params.id ?? "",
    theme: search.get("theme") || null,
    first: PAGE_SIZE,
    after: afterOf(search),
  }),
  subject: "campaign",
  fresh: true,
  head: ({ campaign }) => ({ title: t`Sélection ${campaign?.label ?? ""}`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** The board: quotas and coverage, the candidates by their marks, bulk decisions, and the publication of all together. */
export default function Selection() {
  const { data, place } = page.useData();
  const { campaign, viewer, applications } = data;
  const refresh = useRefresh();
  if (!campaign) return null;
  const path: [string, string][] = [[t`Campagne ${campaign.label}`, `/espace/campagnes/${campaign.id}`]];
  if (!can(viewer, "decideApplication") || !campaign.board) {
    return (
      <Screen title={t`Sélection`} path={path}>
        <Empty>{t`La sélection revient à : ${whoMay("decideApplication")}.`}</Empty>
      </Screen>
    );
  }
  return (
    <Screen title={t`Sélection`} path={path}>
      <Coverage board={campaign.board} target={campaign.target} />
      <Section title={t`Publication`}>
        <Publish campaignId={campaign.id} pendingCount={campaign.board.pendingCount} onDone={refresh} />
      </Section>
      <Section title={t`Candidatures`}>
        <Candidates
          key={place.search.toString()}
          applications={applications?.nodes ?? []}
          themes={campaign.themes?.nodes ?? []}
          themeId={place.search.get("theme") ?? ""}
          onDone={refresh}
        />
        {applications && <Pager {...applications} pageSize={PAGE_SIZE} of={t`candidatures`} />}
      </Section>
    </Screen>
  );
}
