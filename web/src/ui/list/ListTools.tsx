import { Button } from "@codegouvfr/react-dsfr/Button";
import { Checkbox } from "@codegouvfr/react-dsfr/Checkbox";
import { t } from "@lingui/core/macro";
import { Form, Link } from "react-router";
import type { Place } from "../../apollo/page.ts";
import { without } from "../filters.ts";
import type { Column } from "./columns.ts";
import type { ShownList } from "./List.tsx";
import { Kept } from "./ListForm.tsx";
import type { Chosen } from "./list.ts";

interface OrdersProps<Data, Row, Name extends string> {
  list: ShownList<Data, Row, Name>;
  chosen: Chosen<Name>;
}

export function Orders<Data, Row, Name extends string>({ list, chosen }: OrdersProps<Data, Row, Name>) {
  const orders = Object.entries(list.orders?.(chosen) ?? {});
  const current = list.orderOf(chosen);
  if (orders.length < 2) return null;
  return (
    <nav className="orders" aria-label={t`Trier la liste`}>
      <span>{t`Trier :`}</span>
      <ul>
        {orders.map(([order, label]) => (
          <li key={order}>
            <Link
              to={list.address({ ...chosen, tri: order })}
              aria-current={order === current ? "true" : undefined}
              preventScrollReset
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PresentationProps<Data, Row, Name extends string> {
  list: ShownList<Data, Row, Name>;
  place: Place;
  /** The list can be told in items too: choosing columns makes it a table. */
  items: boolean;
}

/** Which columns: a GET form, so that a colleague gets the same table by its address. */
export function Presentation<Data, Row, Name extends string>({
  list,
  place,
  items,
}: PresentationProps<Data, Row, Name>) {
  const chosen = list.chosenAt(place.search);
  const shown = new Set(list.columnsOf(chosen).map(({ name }) => name));
  const table = items && chosen.vue === "tableau";
  return (
    <details className="list-columns">
      <summary>{items ? t`Tableau et colonnes` : t`Colonnes`}</summary>
      <Form key={`${chosen.vue} ${chosen.colonnes}`} preventScrollReset>
        <Kept chosen={chosen} but={["colonnes", "vue"]} />
        {items && <input type="hidden" name="vue" value="tableau" />}
        <Checkbox
          small
          legend={t`Colonnes du tableau et des fichiers exportés`}
          options={list.columns.slice(1).map(({ name, label }: Column<Row>) => ({
            label,
            nativeInputProps: { name: "colonnes", value: name, defaultChecked: shown.has(name) },
          }))}
        />
        <div className="actions">
          <Button type="submit" size="small" priority="secondary">
            {items && !table ? t`Afficher en tableau` : t`Afficher ces colonnes`}
          </Button>
          {table && (
            <Link to={list.address(without<string>(chosen, "vue"))} preventScrollReset>
              {t`Revenir à la liste`}
            </Link>
          )}
        </div>
      </Form>
    </details>
  );
}

/** What is shown, all its pages: the same filters, order and columns. */
export const Exports = <Data, Row, Name extends string>({ list, chosen }: OrdersProps<Data, Row, Name>) => (
  <p className="list-exports">
    <span>{t`Exporter la liste :`}</span>{" "}
    <a className="fr-link fr-icon-download-line fr-link--icon-right" href={list.exported(chosen, "csv")} rel="nofollow">
      {t`CSV`}
    </a>{" "}
    <a
      className="fr-link fr-icon-download-line fr-link--icon-right"
      href={list.exported(chosen, "xlsx")}
      rel="nofollow"
    >
      {t`XLSX (Excel)`}
    </a>
  </p>
);
