import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Form, Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { OPERATIONS, ServiceScreen } from "../../../features/operations/Sections.tsx";
import { answerOf, demandService, headOf, only } from "../../../features/operations/services.ts";
import { graphql } from "../../../gen/gql.ts";
import type { ServiceAuditFragment } from "../../../gen/graphql.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { addressOf, filtersFrom } from "../../../ui/filters.ts";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { Section } from "../../../ui/Section.tsx";
import { TableFrame } from "../../../ui/TableFrame.tsx";
import { Time } from "../../../ui/Time.tsx";
import { Unavailable } from "../../../ui/Unavailable.tsx";

const PAGE_SIZE = 50;
const NAMES = ["objet", "auteur", "acte"] as const;

export const SERVICE_AUDIT = graphql(`
  fragment ServiceAudit on ServiceOperations {
    name
    audit(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        at
        actorKind
        actorId
        actorName
        action
        subject
        reason
        detail {
          name
          value
        }
      }
    }
  }
`);

const page = definePage({
  query: graphql(`
    query OperationsAudit(
      $filter: AuditFilter
      $first: Int!
      $after: String
      $projects: Boolean!
      $people: Boolean!
      $scenarios: Boolean!
      $meetings: Boolean!
      $communications: Boolean!
    ) {
      projectsOperations @include(if: $projects) {
        ...ServiceAudit
      }
      peopleOperations @include(if: $people) {
        ...ServiceAudit
      }
      scenariosOperations @include(if: $scenarios) {
        ...ServiceAudit
      }
      meetingsOperations @include(if: $meetings) {
        ...ServiceAudit
      }
      communicationsOperations @include(if: $communications) {
        ...ServiceAudit
      }
    }
  `),
  variables: ({ params, search }) => {
    const { objet: subject, auteur: actor, acte: action } = filtersFrom(search, NAMES);
    return {
      ...only(demandService(params.service)),
      filter: { subject, actor, action },
      first: PAGE_SIZE,
      after: afterOf(search),
    };
  },
  head: (_, { params }) => ({ title: `${headOf(params.service)}, ${t`journal`}`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function OperationsAudit() {
  const { data, place } = page.useData();
  const service = demandService(place.params.service);
  const found = answerOf<ServiceAuditFragment>(Object.values(data));
  const filters = filtersFrom(place.search, NAMES);
  return (
    <ServiceScreen service={service}>
      <Section title={t`Journal`}>
        <p>{t`Chaque acte y est inscrit, avec son auteur et son motif. Rien ne s’en efface, hormis les mots qu’une personne a le droit de faire oublier.`}</p>
        <Search key={place.search.toString()} filters={filters} />
        {found ? <Lines path={`${OPERATIONS}/${service}/journal`} {...found} /> : <Unavailable />}
      </Section>
    </ServiceScreen>
  );
}

const Search = ({ filters }: { filters: Partial<Record<(typeof NAMES)[number], string>> }) => (
  <Form method="get" className="audit-search">
    <TextField
      name="objet"
      label={t`Objet`}
      hint={t`Type:identifiant, ou le type seul`}
      defaultValue={filters.objet}
      optional
    />
    <TextField
      name="auteur"
      label={t`Auteur`}
      hint={t`Identifiant, ou nom d’un service`}
      defaultValue={filters.auteur}
      optional
    />
    <TextField name="acte" label={t`Acte`} hint={t`Par exemple ThemeLaunched`} defaultValue={filters.acte} optional />
    <Button type="submit">{t`Chercher`}</Button>
  </Form>
);

function Lines({ path, audit }: ServiceAuditFragment & { path: string }) {
  if (audit.nodes.length === 0) return <Empty>{t`Aucun acte ne répond à cette recherche.`}</Empty>;
  return (
    <>
      <TableFrame caption={t`Actes`}>
        <thead>
          <tr>
            <th scope="col">{t`Quand`}</th>
            <th scope="col">{t`Acte`}</th>
            <th scope="col">{t`Objet`}</th>
            <th scope="col">{t`Auteur`}</th>
            <th scope="col">{t`Motif et précisions`}</th>
          </tr>
        </thead>
        <tbody>
          {audit.nodes.map((line) => (
            <Line key={line.id} path={path} line={line} />
          ))}
        </tbody>
      </TableFrame>
      <Pager {...audit} pageSize={PAGE_SIZE} of={t`actes`} />
    </>
  );
}

const Line = ({ path, line }: { path: string; line: AuditLine }) => (
  <tr>
    <td>
      <Time at={line.at} as="instant" />
    </td>
    <td>
      <code>{line.action}</code>
    </td>
    <td>
      <Link to={addressOf(path, { objet: line.subject })}>{line.subject}</Link>
    </td>
    <td>
      <Link to={addressOf(path, { auteur: line.actorId ?? line.actorName ?? "" })}>
        {line.actorId ?? line.actorName ?? line.actorKind}
      </Link>
    </td>
    <td>
      {line.reason}
      {line.detail.map(({ name, value }) => (
        <span key={name} className="fr-hint-text">
          {name} : {value}
        </span>
      ))}
    </td>
  </tr>
);

type AuditLine = ServiceAuditFragment["audit"]["nodes"][number];
