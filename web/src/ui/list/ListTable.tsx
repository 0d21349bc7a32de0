import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { inFrench } from "../../language.ts";
import { figure } from "../plural.ts";
import { TableFrame } from "../TableFrame.tsx";
import { Time } from "../Time.tsx";
import type { Column } from "./columns.ts";
import type { ShownList } from "./List.tsx";
import type { Chosen } from "./list.ts";

interface ListTableProps<Data, Row, Name extends string> {
  list: ShownList<Data, Row, Name>;
  chosen: Chosen<Name>;
  rows: readonly Row[];
}

/** The first column names the row. */
export function ListTable<Data, Row extends { id: string }, Name extends string>({
  list,
  chosen,
  rows,
}: ListTableProps<Data, Row, Name>) {
  const columns = list.columnsOf(chosen);
  return (
    <TableFrame caption={list.title}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.name} list={list} chosen={chosen} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column, rank) =>
              rank === 0 ? (
                <th key={column.name} scope="row" lang={languageOf(column)}>
                  {shown(column, row)}
                </th>
              ) : (
                <td key={column.name} className={align(column)} lang={languageOf(column)}>
                  {shown(column, row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

interface HeadingProps<Data, Row, Name extends string> {
  list: ShownList<Data, Row, Name>;
  chosen: Chosen<Name>;
  column: Column<Row>;
}

/** A heading by which the list can be sorted is a link to the other direction. */
function Heading<Data, Row, Name extends string>({ list, chosen, column }: HeadingProps<Data, Row, Name>) {
  const { asc, desc } = column.sort ?? {};
  const order = list.orderOf(chosen);
  const next = order === asc ? (desc ?? asc) : (asc ?? desc);
  if (!next) {
    return (
      <th scope="col" className={align(column)}>
        {column.label}
      </th>
    );
  }
  const direction = directionOf(order, asc, desc);
  return (
    <th scope="col" className={align(column)} aria-sort={direction}>
      <Link to={list.address({ ...chosen, tri: next })} preventScrollReset>
        {column.label}
        <span className="fr-sr-only"> {t`(trier)`}</span>
      </Link>
      {direction && <span aria-hidden="true">{direction === "ascending" ? " ↑" : " ↓"}</span>}
    </th>
  );
}

function directionOf(order: string | undefined, asc: string | undefined, desc: string | undefined) {
  if (order === undefined) return undefined;
  if (order === asc) return "ascending";
  return order === desc ? "descending" : undefined;
}

const languageOf = <Row,>({ french }: Column<Row>) => (french ? inFrench : undefined);

const align = <Row,>({ type }: Column<Row>) => (type === "number" ? "fr-cell--right" : undefined);

function shown<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? t`oui` : t`non`;
  if (typeof value === "number") return figure(value);
  if (column.type === "date" || column.type === "instant") return <Time at={value} />;
  return value;
}
