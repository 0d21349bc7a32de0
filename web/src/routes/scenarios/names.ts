import { t } from "@lingui/core/macro";
import type { ScenariosPageQuery } from "../../gen/graphql.ts";
import type { Pill } from "../../ui/FilterPills.tsx";
import { without } from "../../ui/filters.ts";
import { labelOf } from "../../ui/labels.ts";
import { type FilterName, listAt, names, type ScenarioFilters } from "./filters.ts";

export const headings: Record<FilterName, string> = {
  q: t`Mots`,
  discipline: t`Discipline`,
  niveau: t`Niveau`,
  academie: t`Académie`,
  progressivite: t`Progressivité`,
  competence: t`Compétence numérique`,
  theme: t`Thème`,
  tri: t`Tri`,
};

/** The French name of a filter's value, or the value where its vocabulary did not come. */
export function nameOf(data: ScenariosPageQuery, filter: FilterName, value: string): string {
  switch (filter) {
    case "discipline":
      return data.disciplines?.find(({ code }) => code === value)?.label ?? value;
    case "niveau":
      return data.levels?.find(({ uri }) => uri === value)?.label ?? value;
    case "academie":
      return data.academies?.find(({ code }) => code === value)?.name ?? value;
    case "competence": {
      const label = data.competences?.find(({ uri }) => uri === value)?.label;
      return label ? `${value} ${label}` : value;
    }
    case "progressivite":
      return labelOf("Progressivity", value);
    case "theme":
      return data.theme?.title ?? value;
    default:
      return value;
  }
}

export const pillsOf = (data: ScenariosPageQuery, filters: ScenarioFilters): Pill[] =>
  names.flatMap((filter) => {
    const value = filters[filter];
    if (!value || filter === "tri") return [];
    return [{ name: headings[filter], label: nameOf(data, filter, value), without: listAt(without(filters, filter)) }];
  });
