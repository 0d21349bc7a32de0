import type { OperationVariables } from "@apollo/client";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { Pill } from "../FilterPills.tsx";
import { addressOf, type Filters, filtersFrom, without } from "../filters.ts";
import { afterOf } from "../trail.ts";
import { type Column, chosenColumns, namedColumns } from "./columns.ts";

export interface Option {
  value: string;
  label: string;
}

/** One restriction of a list, under its French name in the address. */
export interface ListFilter<Data> {
  label: string;
  /** How the form asks for it; without it, links of the page set it. */
  input?: "search" | "select";
  hint?: string;
  /** The empty choice. */
  all?: string;
  options?: (data: Data, chosen: Filters<string>) => Option[];
  /** How a value reads in its pill where `options` does not say it. */
  named?: (data: Data, value: string) => string | undefined;
  /** No restriction but another list: it has no pill, and clearing the filters keeps it. */
  kept?: boolean;
}

/** Of every list, beside its filters. */
const VIEW = ["tri", "vue", "colonnes"] as const;

export type Chosen<Name extends string> = Filters<Name | (typeof VIEW)[number]>;

interface Connection<Row> {
  nodes: readonly Row[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export type ConnectionOf<Data, Field extends keyof Data> = NonNullable<Data[Field]>;

export type RowOf<Data, Field extends keyof Data> =
  ConnectionOf<Data, Field> extends { nodes: readonly (infer Row)[] } ? Row : never;

interface Paged {
  first: number;
  after?: string | null;
}

export interface ListSpec<Data, Variables extends Paged, Field extends keyof Data & string, Name extends string> {
  /** Its page. */
  path: string;
  /** Names the exported file and its one sheet. */
  name: string;
  title: string;
  /** « 12 candidatures ». */
  count: (total: number) => string;
  /** « Voir toutes les candidatures », where filters leave nothing. */
  all: string;
  query: TypedDocumentNode<Data, Variables>;
  /** The query's field that holds the rows. */
  field: Field;
  filters: Record<Name, ListFilter<Data>>;
  /** The orders to choose from, by the word that the graph has for them. */
  orders?: (chosen: Filters<Name>) => Record<string, string>;
  /** The order without a choice. */
  order?: (chosen: Filters<Name>) => string;
  variables: (chosen: Filters<Name>, order: string | undefined) => Omit<Variables, "first" | "after">;
  columns: Column<RowOf<Data, Field>>[];
  pageSize?: number;
}

const PAGE_SIZE = 20;

/** A list from one description: its address, what it asks, its screen (List.tsx) and its export (src/export). */
export function defineList<
  Data,
  Variables extends Paged & OperationVariables,
  Field extends keyof Data & string,
  Name extends string,
>(spec: ListSpec<Data, Variables, Field, Name>) {
  const pageSize = spec.pageSize ?? PAGE_SIZE;
  const names = Object.keys(spec.filters) as Name[];

  const chosenAt = (search: URLSearchParams): Chosen<Name> => ({
    ...filtersFrom<Name | (typeof VIEW)[number]>(search, [...names, ...VIEW]),
    colonnes: namedColumns(spec.columns, search.getAll("colonnes")),
  });
  const orderOf = (chosen: Chosen<Name>): string | undefined => {
    const offered = spec.orders?.(chosen) ?? {};
    return chosen.tri && Object.hasOwn(offered, chosen.tri) ? chosen.tri : spec.order?.(chosen);
  };
  const address = (chosen: Filters<string>): string => addressOf(spec.path, chosen);

  return {
    ...spec,
    pageSize,
    names,
    chosenAt,
    orderOf,
    address,
    columnsOf: (chosen: Chosen<Name>) => chosenColumns(spec.columns, chosen.colonnes),
    columnsAt: (search: URLSearchParams) => chosenColumns(spec.columns, chosenAt(search).colonnes),
    connectionOf: (data: Data) => data[spec.field] as Connection<RowOf<Data, Field>> | null | undefined,
    variablesAt: (search: URLSearchParams, page?: Paged): Variables => {
      const chosen = chosenAt(search);
      const asked = spec.variables(chosen, orderOf(chosen));
      return { ...asked, ...(page ?? { first: pageSize, after: afterOf(search) }) } as Variables;
    },
    pills: (data: Data, chosen: Chosen<Name>): Pill[] =>
      names.flatMap((name) => {
        const value = chosen[name];
        if (!value || spec.filters[name].kept) return [];
        const label = nameOf(spec.filters[name], data, value, chosen);
        return [{ name: spec.filters[name].label, label, without: address(without<string>(chosen, name)) }];
      }),
    /** The same list without its restrictions. */
    cleared: (chosen: Chosen<Name>): string =>
      address(
        names
          .filter((name) => !spec.filters[name].kept)
          .reduce<Filters<string>>((left, name) => without(left, name), chosen),
      ),
    exported: (chosen: Chosen<Name>, kind: "csv" | "xlsx"): string =>
      addressOf<string>(`/export/${spec.name}.${kind}`, without<string>(chosen, "vue")),
    canonical: (url: URL) => canonical(url, spec.columns),
  };
}

function nameOf<Data>(filter: ListFilter<Data>, data: Data, value: string, chosen: Filters<string>): string {
  const option = filter.options?.(data, chosen).find((one) => one.value === value);
  return filter.named?.(data, value) ?? option?.label ?? value;
}

/** A form sends empty fields and one value a box: where to go instead, so that one view has one address. */
function canonical<Row>(url: URL, columns: readonly Column<Row>[]): string | null {
  const next = new URLSearchParams(
    [...url.searchParams].filter(([name, value]) => value.trim() && name !== "colonnes"),
  );
  const named = namedColumns(columns, url.searchParams.getAll("colonnes"));
  if (named) next.set("colonnes", named);
  const [one, other] = [next, url.searchParams].map((search) => new URLSearchParams([...search].sort()).toString());
  if (one === other) return null;
  return next.size > 0 ? `${url.pathname}?${next}` : url.pathname;
}
