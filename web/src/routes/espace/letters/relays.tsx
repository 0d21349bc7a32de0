import { plural, t } from "@lingui/core/macro";
import { Form, redirect } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { LogEntry } from "../../../features/communications/Relays.tsx";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { canonicalAddress, filtersFrom, oneOf } from "../../../ui/filters.ts";
import { labels, options } from "../../../ui/labels.ts";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { Unavailable } from "../../../ui/Unavailable.tsx";
import { NativeSelect } from "../../parts/NativeSelect.tsx";
import { Screen } from "../parts/Screen.tsx";

const PAGE_SIZE = 20;

const page = definePage({
  query: graphql(`
    query RelayLog($filter: PublicationFilter, $first: Int!, $after: String) {
      publications(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...PublicationLog
        }
      }
      channels {
        ...ChannelChoice
      }
      academies(all: true) {
        code
        name
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  variables: ({ search }) => {
    const { nature, academie } = filtersFrom(search, ["nature", "academie"]);
    return {
      filter: { kind: oneOf(labels.PublicationKind, nature), academyCode: academie },
      first: PAGE_SIZE,
      after: afterOf(search),
    };
  },
  head: () => ({ title: t`Publications et relais`, noindex: true }),
  fresh: true,
});

type Args = Parameters<typeof page.loader>[0];
type BrowserArgs = Parameters<typeof page.clientLoader>[0];

export const loader = (args: Args) => redirectEmpty(args.request) ?? page.loader(args);
export const clientLoader = (args: BrowserArgs) => redirectEmpty(args.request) ?? page.clientLoader(args);
export const meta = page.meta;

const redirectEmpty = (request: Request) => {
  const address = canonicalAddress(new URL(request.url));
  return address ? redirect(address) : null;
};

export default function RelayLog() {
  const { data, place } = page.useData();
  const { nature, academie } = filtersFrom(place.search, ["nature", "academie"]);
  const list = data.publications;
  const channels = can(data.viewer, "editLetters") ? (data.channels ?? []) : [];
  return (
    <Screen
      title={t`Publications et relais`}
      path={[[t`La lettre`, "/espace/lettres"]]}
      lead={<p>{t`Ce que les équipes ont publié, et qui l’a relayé, par la lettre ou sur un canal.`}</p>}
    >
      <Form className="filter-form" key={`${nature} ${academie}`}>
        <NativeSelect name="nature" label={t`Nature`} value={nature} options={options("PublicationKind")} />
        <NativeSelect
          name="academie"
          label={t`Académie`}
          value={academie}
          options={(data.academies ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <button type="submit" className="fr-btn">
          {t`Filtrer`}
        </button>
      </Form>
      {list ? (
        <section aria-label={t`Résultats`}>
          <h2 className="fr-h4" aria-live="polite">
            {plural(list.totalCount, { one: "# publication", other: "# publications" })}
          </h2>
          {list.nodes.length === 0 && <Empty>{t`Aucune publication ne répond à ces critères.`}</Empty>}
          <ul className="items">
            {list.nodes.map((publication) => (
              <LogEntry key={publication.id} publication={publication} channels={channels} />
            ))}
          </ul>
          <Pager pageInfo={list.pageInfo} totalCount={list.totalCount} pageSize={PAGE_SIZE} of={t`publications`} />
        </section>
      ) : (
        <Unavailable />
      )}
    </Screen>
  );
}
