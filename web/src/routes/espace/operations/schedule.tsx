import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { OPERATIONS, ServiceScreen } from "../../../features/operations/Sections.tsx";
import { answerOf, demandService, headOf, only } from "../../../features/operations/services.ts";
import { graphql } from "../../../gen/gql.ts";
import type { ServiceScheduleFragment } from "../../../gen/graphql.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { addressOf, oneOf } from "../../../ui/filters.ts";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { Section } from "../../../ui/Section.tsx";
import { TableFrame } from "../../../ui/TableFrame.tsx";
import { Time } from "../../../ui/Time.tsx";
import { Unavailable } from "../../../ui/Unavailable.tsx";

const PAGE_SIZE = 20;

/** What to keep, as the address says it. */
const choices = { retard: t`En retard`, echec: t`En échec`, avenir: t`À venir` };

const filters = { retard: { late: true }, echec: { failing: true }, avenir: { late: false } };

export const SERVICE_SCHEDULE = graphql(`
  fragment ServiceSchedule on ServiceOperations {
    name
    at
    schedule(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind
        key
        dueAt
        late
        attempts
        lastError
        retryAt
      }
    }
  }
`);

const page = definePage({
  query: graphql(`
    query OperationsSchedule(
      $filter: DueRowFilter
      $first: Int!
      $after: String
      $projects: Boolean!
      $people: Boolean!
      $scenarios: Boolean!
      $meetings: Boolean!
      $communications: Boolean!
    ) {
      projectsOperations @include(if: $projects) {
        ...ServiceSchedule
      }
      peopleOperations @include(if: $people) {
        ...ServiceSchedule
      }
      scenariosOperations @include(if: $scenarios) {
        ...ServiceSchedule
      }
      meetingsOperations @include(if: $meetings) {
        ...ServiceSchedule
      }
      communicationsOperations @include(if: $communications) {
        ...ServiceSchedule
      }
    }
  `),
  variables: ({ params, search }) => {
    const chosen = oneOf(choices, search.get("voir") ?? undefined);
    return {
      ...only(demandService(params.service)),
      filter: chosen ? filters[chosen] : null,
      first: PAGE_SIZE,
      after: afterOf(search),
    };
  },
  head: (_, { params }) => ({ title: `${headOf(params.service)}, ${t`échéancier`}`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function OperationsSchedule() {
  const { data, place } = page.useData();
  const service = demandService(place.params.service);
  const found = answerOf<ServiceScheduleFragment>(Object.values(data));
  const path = `${OPERATIONS}/${service}/echeancier`;
  return (
    <ServiceScreen service={service}>
      <Section title={t`Échéancier`}>
        <Choices path={path} chosen={place.search.get("voir") ?? undefined} />
        {found ? <Rows {...found} /> : <Unavailable />}
      </Section>
    </ServiceScreen>
  );
}

const Choices = ({ path, chosen }: { path: string; chosen?: string }) => (
  <nav className="orders" aria-label={t`Filtrer les échéances`}>
    <ul>
      {[undefined, ...Object.keys(choices)].map((choice) => (
        <li key={choice ?? "toutes"}>
          <Link to={addressOf(path, { voir: choice })} aria-current={choice === chosen ? "true" : undefined}>
            {choice ? choices[choice as keyof typeof choices] : t`Toutes`}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

function Rows({ at, schedule }: ServiceScheduleFragment) {
  if (schedule.nodes.length === 0) return <Empty>{t`Aucune échéance ici.`}</Empty>;
  return (
    <>
      <p>
        {t`Il est, à l’horloge du programme :`} <Time at={at} as="instant" />
      </p>
      <TableFrame caption={t`Échéances`}>
        <thead>
          <tr>
            <th scope="col">{t`Nature`}</th>
            <th scope="col">{t`Objet`}</th>
            <th scope="col">{t`Échéance`}</th>
            <th scope="col">{t`Échecs`}</th>
            <th scope="col">{t`Dernière erreur`}</th>
          </tr>
        </thead>
        <tbody>
          {schedule.nodes.map((row) => (
            <Row key={`${row.kind} ${row.key}`} row={row} />
          ))}
        </tbody>
      </TableFrame>
      <Pager {...schedule} pageSize={PAGE_SIZE} of={t`échéances`} />
    </>
  );
}

const Row = ({ row: { kind, key: of, dueAt, late, attempts, lastError, retryAt } }: { row: Due }) => (
  <tr>
    <td>
      <code>{kind}</code>
    </td>
    <td>
      <code>{of}</code>
    </td>
    <td>
      <Time at={dueAt} as="instant" />
      {late && <strong> {t`en retard`}</strong>}
    </td>
    <td>{attempts}</td>
    <td lang={lastError ? "en" : undefined}>
      {lastError ?? "–"}
      {retryAt && (
        <span className="fr-hint-text">
          {t`Nouvel essai :`} <Time at={retryAt} as="instant" />
        </span>
      )}
    </td>
  </tr>
);

type Due = ServiceScheduleFragment["schedule"]["nodes"][number];
