import { Button } from "@codegouvfr/react-dsfr/Button";
import { Input } from "@codegouvfr/react-dsfr/Input";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Form, Link, redirect } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { graphql } from "../../gen/gql.ts";
import type { DirectoryScreenQuery } from "../../gen/graphql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterPills } from "../../ui/FilterPills.tsx";
import { addressOf, canonicalAddress, type Filters, filtersFrom, oneOf, without } from "../../ui/filters.ts";
import { labelOf, labels, options } from "../../ui/labels.ts";
import { afterOf, Pager } from "../../ui/Pager.tsx";
import { Unavailable } from "../../ui/Unavailable.tsx";
import { NativeSelect } from "../parts/NativeSelect.tsx";
import type { Route } from "./+types/directory.ts";
import { Screen } from "./parts/Screen.tsx";

const PAGE_SIZE = 20;
const names = ["q", "role", "academie", "discipline"] as const;
type DirectoryFilters = Filters<(typeof names)[number]>;

const page = definePage({
  query: graphql(`
    query DirectoryScreen($filter: PersonFilter, $search: String, $first: Int!, $after: String) {
      persons(filter: $filter, search: $search, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          displayName
          position
          establishment
          email
          academy {
            code
            name
          }
          mandates {
            id
            role
            theme {
              id
              title
            }
          }
        }
      }
      academies(all: true) {
        code
        name
      }
      disciplines {
        code
        label
      }
    }
  `),
  variables: ({ search }) => {
    const { q, role, academie, discipline } = filtersFrom(search, names);
    return {
      filter: { role: oneOf(labels.Role, role), academyCode: academie, disciplineCode: discipline },
      search: q,
      first: PAGE_SIZE,
      after: afterOf(search),
    };
  },
  subject: "persons",
  fresh: true,
  head: () => ({ title: t`Annuaire`, noindex: true }),
});

export const loader = (args: Route.LoaderArgs) => redirectEmpty(args.request) ?? page.loader(args);
export const clientLoader = (args: Route.ClientLoaderArgs) => redirectEmpty(args.request) ?? page.clientLoader(args);
export const meta = page.meta;

const redirectEmpty = (request: Request) => {
  const address = canonicalAddress(new URL(request.url));
  return address ? redirect(address) : null;
};

export default function Directory() {
  const { data, place } = page.useData();
  const filters = filtersFrom(place.search, names);
  return (
    <Screen
      title={t`Annuaire`}
      lead={<p>{t`À qui écrire ? Les personnes du programme et leurs mandats en vigueur.`}</p>}
    >
      <DirectoryForm data={data} filters={filters} />
      {data.persons ? <Results persons={data.persons} pills={pillsOf(data, filters)} /> : <Unavailable />}
    </Screen>
  );
}

const DirectoryForm = ({ data, filters }: { data: DirectoryScreenQuery; filters: DirectoryFilters }) => (
  <search>
    <Form className="filter-form" key={addressOf("", filters)}>
      <Input
        label={t`Nom cherché`}
        nativeInputProps={{ id: "q", name: "q", type: "search", defaultValue: filters.q }}
      />
      <NativeSelect name="role" label={t`Rôle`} all={t`Tous`} value={filters.role} options={options("Role")} />
      <NativeSelect
        name="academie"
        label={t`Académie`}
        value={filters.academie}
        options={(data.academies ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <NativeSelect
        name="discipline"
        label={t`Discipline`}
        value={filters.discipline}
        options={(data.disciplines ?? []).map(({ code, label }) => ({ value: code, label }))}
      />
      <Button type="submit" iconId="fr-icon-search-line">
        {t`Chercher`}
      </Button>
    </Form>
  </search>
);

function pillsOf(data: DirectoryScreenQuery, filters: DirectoryFilters) {
  const academy = data.academies?.find(({ code }) => code === filters.academie)?.name;
  const discipline = data.disciplines?.find(({ code }) => code === filters.discipline)?.label;
  const shown: [keyof DirectoryFilters, string, string | undefined][] = [
    ["q", t`Nom`, filters.q],
    ["role", t`Rôle`, filters.role && labelOf("Role", filters.role)],
    ["academie", t`Académie`, filters.academie && (academy ?? filters.academie)],
    ["discipline", t`Discipline`, filters.discipline && (discipline ?? filters.discipline)],
  ];
  return shown.flatMap(([key, name, label]) =>
    label ? [{ name, label, without: addressOf("/espace/annuaire", without(filters, key)) }] : [],
  );
}

interface ResultsProps {
  persons: NonNullable<DirectoryScreenQuery["persons"]>;
  pills: ReturnType<typeof pillsOf>;
}

const Results = ({ persons, pills }: ResultsProps) => (
  <section aria-label={t`Résultats`}>
    <h2 className="fr-h4" aria-live="polite">
      {plural(persons.totalCount, { one: "# personne", other: "# personnes" })}
    </h2>
    <FilterPills pills={pills} clear="/espace/annuaire" />
    {persons.nodes.length === 0 ? (
      <Empty action={<Link to="/espace/annuaire">{t`Voir tout l’annuaire`}</Link>}>
        <Trans>
          Personne ne répond à ces critères. Une personne absente de l’annuaire y est inscrite par l’administration.
        </Trans>
      </Empty>
    ) : (
      <ul className="items">
        {persons.nodes.map((person) => (
          <PersonItem key={person.id} person={person} />
        ))}
      </ul>
    )}
    <Pager pageInfo={persons.pageInfo} totalCount={persons.totalCount} pageSize={PAGE_SIZE} of={t`personnes`} />
  </section>
);

type Person = ResultsProps["persons"]["nodes"][number];

const FEW = 3;

const PersonItem = ({ person }: { person: Person }) => (
  <li className="item">
    <h3 className="item__title">{person.displayName}</h3>
    <p className="item__facts">
      {person.position && <span>{person.position}</span>}
      {person.establishment && <span>{person.establishment}</span>}
      <span>{person.academy?.name ?? t`Ministère`}</span>
    </p>
    {person.email && (
      <p className="fr-mb-0">
        <a href={`mailto:${person.email}`}>{person.email}</a>
      </p>
    )}
    <Mandates mandates={person.mandates.slice(0, FEW)} />
    {person.mandates.length > FEW && (
      <details>
        <summary>
          {plural(person.mandates.length - FEW, { one: "# autre mandat", other: "# autres mandats" })}
          <span className="fr-sr-only">
            {" "}
            <Trans>de {person.displayName}</Trans>
          </span>
        </summary>
        <Mandates mandates={person.mandates.slice(FEW)} />
      </details>
    )}
  </li>
);

const Mandates = ({ mandates }: { mandates: Person["mandates"] }) => (
  <ul className="plain">
    {mandates.map(({ id, role, theme }) => (
      <li key={id}>
        {labelOf("Role", role)}
        {theme && (
          <>
            {" : "}
            <Link to={`/espace/themes/${theme.id}`}>{theme.title}</Link>
          </>
        )}
      </li>
    ))}
  </ul>
);
