import { Button } from "@codegouvfr/react-dsfr/Button";
import { Input } from "@codegouvfr/react-dsfr/Input";
import { t } from "@lingui/core/macro";
import { Form } from "react-router";
import type { ParticipationScreenQuery } from "../../gen/graphql.ts";
import { NativeSelect } from "../../routes/parts/NativeSelect.tsx";
import { monthName } from "../../ui/dates.ts";
import { FilterPills } from "../../ui/FilterPills.tsx";
import { addressOf, without } from "../../ui/filters.ts";
import { type ParticipationChoice, participationFilter } from "./participation.ts";

interface ParticipationFiltersProps {
  data: ParticipationScreenQuery;
  choice: ParticipationChoice;
}

export function ParticipationFilters({ data, choice }: ParticipationFiltersProps) {
  const lists = listsOf(data);
  return (
    <search>
      <Form className="filter-form" key={addressOf("", choice)}>
        {choice.axe && <input type="hidden" name="axe" value={choice.axe} />}
        <NativeSelect name="campagne" label={t`Campagne`} value={choice.campagne} options={lists.campagne} />
        <NativeSelect name="academie" label={t`Académie`} value={choice.academie} options={lists.academie} />
        <NativeSelect name="theme" label={t`Thème`} all={t`Tous`} value={choice.theme} options={lists.theme} />
        <NativeSelect name="discipline" label={t`Discipline`} value={choice.discipline} options={lists.discipline} />
        <Input
          label={t`Du mois de`}
          nativeInputProps={{ id: "de", name: "de", type: "month", placeholder: "2019-09", defaultValue: choice.de }}
        />
        <Input
          label={t`Au mois de`}
          nativeInputProps={{ id: "a", name: "a", type: "month", placeholder: "2020-06", defaultValue: choice.a }}
        />
        <Button type="submit" iconId="fr-icon-filter-line">
          {t`Filtrer`}
        </Button>
      </Form>
      <FilterPills pills={pillsOf(lists, choice)} clear={addressOf("/espace/participation", { axe: choice.axe })} />
    </search>
  );
}

const listsOf = (data: ParticipationScreenQuery) => ({
  campagne: (data.campaigns?.nodes ?? []).map(({ id, label }) => ({ value: id, label })),
  academie: (data.academies ?? []).map(({ code, name }) => ({ value: code, label: name })),
  theme: (data.themes?.nodes ?? []).map(({ id, title }) => ({ value: id, label: title })),
  discipline: (data.disciplines ?? []).map(({ code, label }) => ({ value: code, label })),
});

const pillNames = { campagne: t`Campagne`, academie: t`Académie`, theme: t`Thème`, discipline: t`Discipline` } as const;

function pillsOf(lists: ReturnType<typeof listsOf>, choice: ParticipationChoice) {
  const to = (name: keyof ParticipationChoice) => addressOf("/espace/participation", without(choice, name));
  const named = (Object.keys(pillNames) as (keyof typeof pillNames)[]).flatMap((name) => {
    const chosen = choice[name];
    const label = lists[name].find(({ value }) => value === chosen)?.label ?? chosen;
    return label ? [{ name: pillNames[name], label, without: to(name) }] : [];
  });
  const { fromMonth, toMonth } = participationFilter(choice);
  return [
    ...named,
    ...(fromMonth ? [{ name: t`À partir de`, label: monthName(fromMonth), without: to("de") }] : []),
    ...(toMonth ? [{ name: t`Jusqu’à`, label: monthName(toMonth), without: to("a") }] : []),
  ];
}
