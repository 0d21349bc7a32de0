import type { ParticipationFilter } from "../../gen/graphql.ts";
import type { Filters } from "../../ui/filters.ts";
import { labelOf } from "../../ui/labels.ts";

/** The axes, under their names in the address. */
export const axes = {
  academie: "ACADEMY",
  theme: "THEME",
  discipline: "DISCIPLINE",
  degre: "DEGREE",
  role: "ROLE",
  mois: "MONTH",
} as const;

export type Axis = keyof typeof axes;

export const participationNames = ["axe", "campagne", "academie", "theme", "discipline", "de", "a"] as const;
export type ParticipationChoice = Filters<(typeof participationNames)[number]>;

export const axisAt = (search: URLSearchParams): Axis => {
  const named = search.get("axe") ?? "";
  return Object.hasOwn(axes, named) ? (named as Axis) : "academie";
};

export const axisName = (axis: Axis): string => labelOf("ParticipationAxis", axes[axis]).toLowerCase();

const month = (value: string | undefined) => (value && /^\d{4}-\d{2}$/.test(value) ? value : undefined);

/** What restricts the figures; a month that is not one restricts nothing. */
export const participationFilter = (choice: ParticipationChoice): ParticipationFilter => ({
  campaignId: choice.campagne,
  academyCode: choice.academie,
  themeId: choice.theme,
  disciplineCode: choice.discipline,
  fromMonth: month(choice.de),
  toMonth: month(choice.a),
});
