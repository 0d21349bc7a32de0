import { axisAt, participationFilter } from "../../features/people/participation.ts";
import { filtersFrom } from "../../ui/filters.ts";
import { definitions, type FigureName } from "../parts/ParticipationFigures.tsx";

/** What the address says of the public figures. */
export const choiceNames = ["axe", "chiffre", "campagne", "theme", "discipline"] as const;

export function choiceAt(search: URLSearchParams) {
  const choice = filtersFrom(search, choiceNames);
  return { choice, axis: axisAt(search), shown: figureAt(choice.chiffre), filter: participationFilter(choice) };
}

/** The figure that map and bars show; persons when the address names none. */
export const figureAt = (name: string | undefined): FigureName =>
  definitions.find((one) => one.name === name)?.name ?? "persons";

export interface Row {
  key: string;
  label: string;
  hidden: boolean;
  figures?: Record<FigureName, number> | null;
}

/** An academy's figure: none where nobody took part, null where fewer than five did. */
export function valuesByAcademy(rows: readonly Row[], shown: FigureName): Map<string, number | null> {
  return new Map(rows.map(({ key, figures }) => [key, figures ? figures[shown] : null]));
}
