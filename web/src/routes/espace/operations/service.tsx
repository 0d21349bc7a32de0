import { t } from "@lingui/core/macro";
import { definePage } from "../../../apollo/page.ts";
import { Parked } from "../../../features/operations/Parked.tsx";
import { Republish } from "../../../features/operations/Republish.tsx";
import { ServiceScreen } from "../../../features/operations/Sections.tsx";
import { State } from "../../../features/operations/State.tsx";
import { answerOf, demandService, headOf, only, type ServiceName } from "../../../features/operations/services.ts";
import { graphql } from "../../../gen/gql.ts";
import type { OperatedServiceFragment } from "../../../gen/graphql.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Unavailable } from "../../../ui/Unavailable.tsx";

const PAGE_SIZE = 20;

export const OPERATED_SERVICE = graphql(`
  fragment OperatedService on ServiceOperations {
    ...OperationsState
    parked(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ParkedKeyFacts
      }
    }
  }
`);

const page = definePage({
  query: graphql(`
    query OperatedService(
      $first: Int!
      $after: String
      $projects: Boolean!
      $people: Boolean!
      $scenarios: Boolean!
      $meetings: Boolean!
      $communications: Boolean!
    ) {
      projectsOperations @include(if: $projects) {
        ...OperatedService
      }
      peopleOperations @include(if: $people) {
        ...OperatedService
      }
      scenariosOperations @include(if: $scenarios) {
        ...OperatedService
      }
      meetingsOperations @include(if: $meetings) {
        ...OperatedService
      }
      communicationsOperations @include(if: $communications) {
        ...OperatedService
      }
    }
  `),
  variables: ({ params, search }) => ({
    ...only(demandService(params.service)),
    first: PAGE_SIZE,
    after: afterOf(search),
  }),
  head: (_, { params }) => ({ title: headOf(params.service), noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function OperatedService() {
  const { data, place } = page.useData();
  const service = demandService(place.params.service);
  const found = answerOf<OperatedServiceFragment>(Object.values(data));
  return (
    <ServiceScreen service={service}>
      {found ? <Running service={service} found={found} /> : <Unavailable />}
    </ServiceScreen>
  );
}

const Running = ({ service, found }: { service: ServiceName; found: OperatedServiceFragment }) => (
  <>
    <State state={found} />
    <Section title={t`Messages retenus`}>
      {found.parked.nodes.length === 0 && <Empty>{t`Aucun message n’est retenu : rien n’attend une décision.`}</Empty>}
      {found.parked.nodes.map((parked) => (
        <Parked key={parked.eventId} service={service} parked={parked} />
      ))}
      <Pager {...found.parked} pageSize={PAGE_SIZE} of={t`messages retenus`} />
    </Section>
    <Section title={t`Publier de nouveau`}>
      <Republish service={service} last={found.outboxLast} />
    </Section>
  </>
);
