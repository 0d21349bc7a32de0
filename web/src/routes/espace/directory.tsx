import { Button } from "@codegouvfr/react-dsfr/Button";
import { Input } from "@codegouvfr/react-dsfr/Input";
import { Form, Link, redirect } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { graphql } from "../../gen/gql.ts";
import type { DirectoryScreenQuery } from "../../gen/graphql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterPills } from "../../ui/FilterPills.tsx";
import { addressOf, canonicalAddress, type Filters, filtersFrom, oneOf, without } from "../../ui/filters.ts";
import { labelOf, labels, options } from "../../ui/labels.ts";
import { afterOf, Pager } from "../../ui/Pager.tsx";
import { count } from "../../ui/plural.ts";
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
  head: () => ({ title: "Annuaire", noindex: true }),
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
    <Screen title="Annuaire" lead={<p>À qui écrire ? Les personnes du programme et leurs mandats en vigueur.</p>}>
      <DirectoryForm data={data} filters={filters} />
      {data.persons ? <Results persons={data.persons} pills={pillsOf(data, filters)} /> : <Unavailable />}
    </Screen>
  );
}

const DirectoryForm = ({ data, filters }: { data: DirectoryScreenQuery; filters: DirectoryFilters }) => (
  <search>
    <Form className="filter-form" key={addressOf("", filters)}>
      <Input label="Nom cherché" nativeInputProps={{ id: "q", name: "q", type: "search", defaultValue: filters.q }} />
      <NativeSelect name="role" label="Rôle" all="Tous" value={filters.role} options={options("Role")} />
      <NativeSelect
        name="academie"
        label="Académie"
        value={filters.academie}
        options={(data.academies ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <NativeSelect
        name="discipline"
        label="Discipline"
        value={filters.discipline}
        options={(data.disciplines ?? []).map(({ code, label }) => ({ value: code, label }))}
      />
      <Button type="submit" iconId="fr-icon-search-line">
        Chercher
      </Button>
    </Form>
  </search>
);

function pillsOf(data: DirectoryScreenQuery, filters: DirectoryFilters) {
  const academy = data.academies?.find(({ code }) => code === filters.academie)?.name;
  const discipline = data.disciplines?.find(({ code }) => code === filters.discipline)?.label;
  const shown: [keyof DirectoryFilters, string, string | undefined][] = [
    ["q", "Nom", filters.q],
    ["role", "Rôle", filters.role && labelOf("Role", filters.role)],
    ["academie", "Académie", filters.academie && (academy ?? filters.academie)],
    ["discipline", "Discipline", filters.discipline && (discipline ?? filters.discipline)],
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
  <section aria-label="Résultats">
    <h2 className="fr-h4" aria-live="polite">
      {count(persons.totalCount, "personne")}
    </h2>
    <FilterPills pills={pills} clear="/espace/annuaire" />
    {persons.nodes.length === 0 ? (
      <Empty action={<Link to="/espace/annuaire">Voir tout l’annuaire</Link>}>
        Personne ne répond à ces critères. Une personne absente de l’annuaire y est inscrite par l’administration.
      </Empty>
    ) : (
      <ul className="items">
        {persons.nodes.map((person) => (
          <PersonItem key={person.id} person={person} />
        ))}
      </ul>
    )}
    <Pager pageInfo={persons.pageInfo} totalCount={persons.totalCount} pageSize={PAGE_SIZE} of="personnes" />
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
      <span>{person.academy?.name ?? "Ministère"}</span>
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
          {count(person.mandates.length - FEW, "autre mandat", "autres mandats")}
          <span className="fr-sr-only"> de {person.displayName}</span>
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
