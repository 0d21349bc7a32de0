import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { t } from "@lingui/core/macro";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Place } from "../../apollo/page.ts";
import { Empty } from "../Empty.tsx";
import { FilterPills, type Pill } from "../FilterPills.tsx";
import type { Filters } from "../filters.ts";
import { Pager } from "../Pager.tsx";
import { Unavailable } from "../Unavailable.tsx";
import type { Column } from "./columns.ts";
import { ListForm } from "./ListForm.tsx";
import { ListTable } from "./ListTable.tsx";
import { Exports, Orders, Presentation } from "./ListTools.tsx";
import type { Chosen, ListFilter } from "./list.ts";

interface Connection<Row> {
  nodes: readonly Row[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** What the screen needs of a list: `defineList` gives it. */
export interface ShownList<Data, Row, Name extends string> {
  title: string;
  all: string;
  count: (total: number) => string;
  columns: Column<Row>[];
  filters: Record<Name, ListFilter<Data>>;
  names: Name[];
  pageSize: number;
  path: string;
  chosenAt: (search: URLSearchParams) => Chosen<Name>;
  orderOf: (chosen: Chosen<Name>) => string | undefined;
  orders?: (chosen: Chosen<Name>) => Record<string, string>;
  address: (chosen: Filters<string>) => string;
  columnsOf: (chosen: Chosen<Name>) => Column<Row>[];
  connectionOf: (data: Data) => Connection<Row> | null | undefined;
  pills: (data: Data, chosen: Chosen<Name>) => Pill[];
  cleared: (chosen: Chosen<Name>) => string;
  exported: (chosen: Chosen<Name>, kind: "csv" | "xlsx") => string;
}

interface ListProps<Data, Row extends { id: string }, Name extends string> {
  list: ShownList<Data, Row, Name>;
  data: Data;
  place: Place;
  /** A row told as an item; without it the list is a table only. */
  item?: (row: Row) => ReactNode;
  /** Why there is nothing although nothing restricts the list, and what one can do. */
  empty: { because: ReactNode; action?: ReactNode };
}

/** A list with its form, whole. A page that narrows it otherwise puts `ListResults` where it wants it. */
export const List = <Data, Row extends { id: string }, Name extends string>(props: ListProps<Data, Row, Name>) => (
  <>
    <ListForm list={props.list} data={props.data} place={props.place} />
    <ListResults {...props} />
  </>
);

export function ListResults<Data, Row extends { id: string }, Name extends string>(props: ListProps<Data, Row, Name>) {
  const { list, data, place } = props;
  const connection = list.connectionOf(data);
  const chosen = list.chosenAt(place.search);
  const pills = list.pills(data, chosen);
  const failed = place.search.has("echec") && <ExportFailed />;
  if (!connection) return failed || <Unavailable />;
  return (
    <section aria-label={t`Résultats`}>
      <Count text={list.count(connection.totalCount)} at={place.search.toString()} />
      {failed}
      <FilterPills pills={pills} clear={list.cleared(chosen)} />
      {connection.totalCount > 1 && <Orders list={list} chosen={chosen} />}
      {connection.nodes.length === 0 ? (
        <Nothing pills={pills} clear={list.cleared(chosen)} all={list.all} empty={props.empty} />
      ) : (
        <Rows {...props} rows={connection.nodes} />
      )}
      <Pager
        pageInfo={connection.pageInfo}
        totalCount={connection.totalCount}
        pageSize={list.pageSize}
        of={list.title.toLowerCase()}
      />
      {connection.nodes.length > 0 && (
        <div className="list-tools">
          <Presentation list={list} place={place} items={props.item !== undefined} />
          <Exports list={list} chosen={chosen} />
        </div>
      )}
    </section>
  );
}

/** Announced when it changes; takes the focus of a pill that went with its filter. */
function Count({ text, at }: { text: string; at: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [at]);
  return (
    <h2 className="fr-h4" ref={heading} tabIndex={-1}>
      <span role="status">{text}</span>
    </h2>
  );
}

const ExportFailed = () => (
  <div role="alert" className="fr-mb-2w">
    <Alert
      severity="error"
      small
      description={t`L’export n’a pas été fait : un service ne répond pas, et un fichier incomplet tromperait. Réessayez dans un instant.`}
    />
  </div>
);

interface NothingProps {
  pills: Pill[];
  clear: string;
  all: string;
  empty: { because: ReactNode; action?: ReactNode };
}

const Nothing = ({ pills, clear, all, empty }: NothingProps) =>
  pills.length > 0 ? (
    <Empty action={<Link to={clear}>{all}</Link>}>
      {t`Rien ne répond à ces critères. Retirez un filtre ou cherchez d’autres mots.`}
    </Empty>
  ) : (
    <Empty action={empty.action}>{empty.because}</Empty>
  );

function Rows<Data, Row extends { id: string }, Name extends string>({
  list,
  place,
  item,
  rows,
}: ListProps<Data, Row, Name> & { rows: readonly Row[] }) {
  const chosen = list.chosenAt(place.search);
  if (item && chosen.vue !== "tableau") return <ul className="items">{rows.map(item)}</ul>;
  return <ListTable list={list} chosen={chosen} rows={rows} />;
}
