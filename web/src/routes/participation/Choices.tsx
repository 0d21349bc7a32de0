import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Form, Link } from "react-router";
import { type Axis, axes, axisName } from "../../features/people/participation.ts";
import type { ParticipationPageQuery } from "../../gen/graphql.ts";
import { FilterPills } from "../../ui/FilterPills.tsx";
import { addressOf, type Filters, without } from "../../ui/filters.ts";
import { NativeSelect } from "../parts/NativeSelect.tsx";
import { definitions, type FigureName } from "../parts/ParticipationFigures.tsx";
import type { choiceNames } from "./choice.ts";

const PATH = "/participation";

type Choice = Filters<(typeof choiceNames)[number]>;

interface FiltersProps {
  data: ParticipationPageQuery;
  choice: Choice;
}

/** Restrictions in the address, by a form that needs no script; each is taken back by a link. */
export function PublicFilters({ data, choice }: FiltersProps) {
  const lists = {
    campagne: (data.campaigns?.nodes ?? []).map(({ id, label }) => ({ value: id, label })),
    theme: (data.themes?.nodes ?? []).map(({ id, title }) => ({ value: id, label: title })),
    discipline: (data.disciplines ?? []).map(({ code, label }) => ({ value: code, label })),
  };
  const names = { campagne: t`Campagne`, theme: t`Thème`, discipline: t`Discipline` };
  const pills = (Object.keys(names) as (keyof typeof names)[]).flatMap((name) => {
    const chosen = choice[name];
    const label = lists[name].find(({ value }) => value === chosen)?.label ?? chosen;
    return label ? [{ name: names[name], label, without: addressOf(PATH, without(choice, name)) }] : [];
  });
  return (
    <search>
      <Form className="filter-form" key={addressOf("", choice)}>
        {choice.axe && <input type="hidden" name="axe" value={choice.axe} />}
        {choice.chiffre && <input type="hidden" name="chiffre" value={choice.chiffre} />}
        <NativeSelect name="campagne" label={names.campagne} value={choice.campagne} options={lists.campagne} />
        <NativeSelect name="theme" label={names.theme} all={t`Tous`} value={choice.theme} options={lists.theme} />
        <NativeSelect name="discipline" label={names.discipline} value={choice.discipline} options={lists.discipline} />
        <Button type="submit" iconId="fr-icon-filter-line">
          {t`Filtrer`}
        </Button>
      </Form>
      <FilterPills pills={pills} clear={addressOf(PATH, { axe: choice.axe, chiffre: choice.chiffre })} />
    </search>
  );
}

interface ChoiceOfProps {
  label: string;
  options: { key: string; text: string; to: string; current: boolean }[];
}

const ChoiceOf = ({ label, options }: ChoiceOfProps) => (
  <nav className="orders" aria-label={label}>
    <span>{label}</span>
    <ul>
      {options.map(({ key, text, to, current }) => (
        <li key={key}>
          <Link to={to} aria-current={current ? "true" : undefined} preventScrollReset>
            {text}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

export const AxisChoice = ({ axis, choice }: { axis: Axis; choice: Choice }) => (
  <ChoiceOf
    label={t`Répartir par :`}
    options={(Object.keys(axes) as Axis[]).map((one) => ({
      key: one,
      text: axisName(one),
      to: addressOf(PATH, { ...choice, axe: one }),
      current: one === axis,
    }))}
  />
);

export const FigureChoice = ({ shown, choice }: { shown: FigureName; choice: Choice }) => (
  <ChoiceOf
    label={t`Montrer :`}
    options={definitions.map(({ name, label }) => ({
      key: name,
      text: label,
      to: addressOf(PATH, { ...choice, chiffre: name }),
      current: name === shown,
    }))}
  />
);
