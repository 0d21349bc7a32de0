import { Button } from "@codegouvfr/react-dsfr/Button";
import { Input } from "@codegouvfr/react-dsfr/Input";
import { Select } from "@codegouvfr/react-dsfr/Select";
import { t } from "@lingui/core/macro";
import { Form } from "react-router";
import type { Place } from "../../apollo/page.ts";
import { addressOf } from "../filters.ts";
import type { ShownList } from "./List.tsx";
import type { Chosen, ListFilter } from "./list.ts";

interface ListFormProps<Data, Row, Name extends string> {
  list: ShownList<Data, Row, Name>;
  data: Data;
  place: Place;
}

/** The list's filters as a GET form: it works without JavaScript, and keeps what links have set. */
export function ListForm<Data, Row, Name extends string>({ list, data, place }: ListFormProps<Data, Row, Name>) {
  const chosen = list.chosenAt(place.search);
  const asked = list.names.filter((name) => list.filters[name].input);
  if (asked.length === 0) return null;
  return (
    <search>
      <Form className={asked.length > 1 ? "filter-form" : "search-line"} key={addressOf<string>("", chosen)}>
        {asked.map((name) => (
          <Field key={name} name={name} filter={list.filters[name]} data={data} chosen={chosen} />
        ))}
        <Kept chosen={chosen} but={asked} />
        <Button type="submit" iconId={asked.length > 1 ? "fr-icon-filter-line" : "fr-icon-search-line"}>
          {asked.length > 1 ? t`Filtrer` : t`Chercher`}
        </Button>
      </Form>
    </search>
  );
}

interface FieldProps<Data> {
  name: string;
  filter: ListFilter<Data>;
  data: Data;
  chosen: Chosen<string>;
}

function Field<Data>({ name, filter, data, chosen }: FieldProps<Data>) {
  const value = chosen[name] ?? "";
  if (filter.input === "search") {
    const native = { id: name, name, type: "search", defaultValue: value };
    return <Input label={filter.label} hintText={filter.hint} nativeInputProps={native} />;
  }
  return (
    <Select label={filter.label} hint={filter.hint} nativeSelectProps={{ id: name, name, defaultValue: value }}>
      <option value="">{filter.all ?? t`Toutes`}</option>
      {filter.options?.(data, chosen).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

/** What a form of the list does not ask for and must not lose. */
export const Kept = ({ chosen, but }: { chosen: Chosen<string>; but: readonly string[] }) =>
  Object.entries(chosen).map(([name, value]) =>
    value && !but.includes(name) ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
