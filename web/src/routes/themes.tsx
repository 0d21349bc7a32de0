import { Button } from "@codegouvfr/react-dsfr/Button";
import { Input } from "@codegouvfr/react-dsfr/Input";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Form, Link, redirect } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { ThemesPageQuery } from "../gen/graphql.ts";
import { inFrench } from "../language.ts";
import { Empty } from "../ui/Empty.tsx";
import { FilterPills } from "../ui/FilterPills.tsx";
import { addressOf, canonicalAddress, type Filters, filtersFrom, oneOf, without } from "../ui/filters.ts";
import { labelOf, labels, options } from "../ui/labels.ts";
import { Page } from "../ui/Page.tsx";
import { afterOf, Pager } from "../ui/Pager.tsx";
import { StateBadge } from "../ui/StateBadge.tsx";
import { Unavailable } from "../ui/Unavailable.tsx";
import type { Route } from "./+types/themes.ts";
import { NativeSelect } from "./parts/NativeSelect.tsx";

const PAGE_SIZE = 20;
const names = ["q", "campagne", "nature", "discipline"] as const;
type ThemeFilters = Filters<(typeof names)[number]>;

const page = definePage({
  query: graphql(`
    query ThemesPage($filter: ThemeFilter, $search: String, $first: Int!, $after: String) {
      themes(filter: $filter, search: $search, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          title
          kind
          state
          retainedCount
          disciplines {
            code
            label
          }
          campaign {
            id
            label
          }
          leadAcademy {
            code
            name
          }
        }
      }
      campaigns(first: 20) {
        nodes {
          id
          label
        }
      }
      disciplines {
        code
        label
      }
    }
  `),
  variables: ({ search }) => {
    const { q, campagne, nature, discipline } = filtersFrom(search, names);
    return {
      filter: { campaignId: campagne, kind: oneOf(labels.ThemeKind, nature), disciplineCode: discipline },
      search: q,
      first: PAGE_SIZE,
      after: afterOf(search),
    };
  },
  head: (data) => ({
    title: t`Thèmes`,
    description: t`Les ${plural(data.themes?.totalCount ?? 0, { one: "# thème", other: "# thèmes" })} des travaux académiques mutualisés, par campagne et par discipline.`,
    canonical: "/themes",
  }),
});

export const loader = (args: Route.LoaderArgs) => redirectEmpty(args.request) ?? page.loader(args);
export const clientLoader = (args: Route.ClientLoaderArgs) => redirectEmpty(args.request) ?? page.clientLoader(args);
export const meta = page.meta;

const redirectEmpty = (request: Request) => {
  const address = canonicalAddress(new URL(request.url));
  return address ? redirect(address) : null;
};

export default function Themes() {
  const { data, place } = page.useData();
  const filters = filtersFrom(place.search, names);
  return (
    <Page
      title={t`Thèmes`}
      lead={
        <p>
          <Trans>Chaque thème est proposé en accord avec l’inspection générale et réunit plusieurs académies.</Trans>
        </p>
      }
    >
      <ThemeFilterForm data={data} filters={filters} />
      {data.themes ? <Results themes={data.themes} pills={pillsOf(data, filters)} /> : <Unavailable />}
    </Page>
  );
}

function ThemeFilterForm({ data, filters }: { data: ThemesPageQuery; filters: ThemeFilters }) {
  return (
    <search>
      <Form className="filter-form" key={addressOf("", filters)}>
        <Input
          label={t`Mots cherchés`}
          nativeInputProps={{ id: "q", name: "q", type: "search", defaultValue: filters.q }}
        />
        <NativeSelect
          name="campagne"
          label={t`Campagne`}
          value={filters.campagne}
          options={(data.campaigns?.nodes ?? []).map(({ id, label }) => ({ value: id, label }))}
        />
        <NativeSelect name="nature" label={t`Nature`} value={filters.nature} options={options("ThemeKind")} />
        <NativeSelect
          name="discipline"
          label={t`Discipline`}
          value={filters.discipline}
          options={(data.disciplines ?? []).map(({ code, label }) => ({ value: code, label }))}
        />
        <Button type="submit" iconId="fr-icon-filter-line">
          {t`Filtrer`}
        </Button>
      </Form>
    </search>
  );
}

function pillsOf(data: ThemesPageQuery, filters: ThemeFilters) {
  const campaign = data.campaigns?.nodes.find(({ id }) => id === filters.campagne)?.label;
  const discipline = data.disciplines?.find(({ code }) => code === filters.discipline)?.label;
  const shown: [keyof ThemeFilters, string, string | undefined][] = [
    ["q", t`Mots`, filters.q],
    ["campagne", t`Campagne`, filters.campagne && (campaign ?? t`inconnue`)],
    ["nature", t`Nature`, filters.nature && labelOf("ThemeKind", filters.nature)],
    ["discipline", t`Discipline`, filters.discipline && (discipline ?? filters.discipline)],
  ];
  return shown.flatMap(([key, name, label]) =>
    label ? [{ name, label, without: addressOf("/themes", without(filters, key)) }] : [],
  );
}

type Pills = ReturnType<typeof pillsOf>;

function Results({ themes, pills }: { themes: NonNullable<ThemesPageQuery["themes"]>; pills: Pills }) {
  return (
    <section aria-label={t`Résultats`}>
      <h2 className="fr-h4" aria-live="polite">
        {plural(themes.totalCount, { one: "# thème", other: "# thèmes" })}
      </h2>
      <FilterPills pills={pills} clear="/themes" />
      {themes.nodes.length === 0 ? (
        <Empty
          action={<Link to="/themes">{t`Voir tous les thèmes`}</Link>}
        >{t`Aucun thème ne répond à ces critères.`}</Empty>
      ) : (
        <ul className="items">
          {themes.nodes.map((theme) => (
            <li key={theme.id} className="item">
              <h3 className="item__title" lang={inFrench}>
                <Link to={`/themes/${theme.id}`}>{theme.title}</Link>
              </h3>
              <p className="item__facts">
                <StateBadge of="ThemeState" value={theme.state} />
                <span>
                  <Trans>Campagne {theme.campaign.label}</Trans>
                </span>
                <span>{labelOf("ThemeKind", theme.kind)}</span>
                {theme.disciplines.length > 0 && (
                  <span lang={inFrench}>{theme.disciplines.map(({ label }) => label).join(", ")}</span>
                )}
                <span>{plural(theme.retainedCount, { one: "# équipe retenue", other: "# équipes retenues" })}</span>
                {theme.leadAcademy && (
                  <span>
                    <Trans>Chef de file : {theme.leadAcademy.name}</Trans>
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pager pageInfo={themes.pageInfo} totalCount={themes.totalCount} pageSize={PAGE_SIZE} of={t`thèmes`} />
    </section>
  );
}
