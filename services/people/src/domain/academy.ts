import type { Day } from "@trame/kit/day";

/** What an academy is called, and since when; null: from the beginning. */
export interface Status {
  status: string;
  from: Day | null;
}

/** An academy, a vice-rectorat or an attached service. Its id is the ministry's code. */
export interface Academy {
  id: string;
  version: number;
  name: string;
  /** «de» or «d'». */
  article: string;
  regionCode: string;
  regionName: string;
  departements: string[];
  holidayZone: string | null;
  timeZone: string;
  validFrom: Day | null;
  validTo: Day | null;
  successorCode: string | null;
  statuses: Status[];
  /** Host names of its open sites, with a path where a stand-in serves several (R68). */
  sites: string[];
}

export type AcademyFact = { type: "AcademyRecorded"; academy: Omit<Academy, "version"> };

/** Recording the same again says nothing. */
export function recordAcademy(known: Academy | null, academy: Omit<Academy, "version">): AcademyFact[] {
  if (known && JSON.stringify(comparable(known)) === JSON.stringify(comparable(academy))) return [];
  return [{ type: "AcademyRecorded", academy }];
}

const comparable = ({ version: _version, ...rest }: Omit<Academy, "version"> & { version?: number }) =>
  Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));

export const evolveAcademy = (_: Academy | null, { academy }: AcademyFact): Academy => ({ ...academy, version: 0 });

/** Its name with its article, as on a given day: Mayotte was a vice-rectorat before it became an academy. */
export function labelOf({ name, article, statuses }: Pick<Academy, "name" | "article" | "statuses">, on: Day): string {
  const status = statuses.findLast(({ from }) => (from ?? "") <= on)?.status ?? statuses[0]?.status ?? "académie";
  if (status.startsWith("service")) return `service de l'éducation nationale ${withArticle(name, article)}`;
  return `${status} ${withArticle(name, article)}`;
}

/** «d'Amiens», «de La Réunion», but «de la Polynésie française» and «de Wallis-et-Futuna». */
function withArticle(name: string, article: string): string {
  if (name.startsWith("Polynésie") || name.startsWith("Nouvelle-Calédonie")) return `de la ${name}`;
  const text = name.replace(" et ", "-et-");
  return article.endsWith("'") ? `${article}${text}` : `${article} ${text}`;
}

type Kin = Pick<Academy, "id" | "successorCode">;

/** The academy with those that it came from or went into: Caen, Rouen and Normandie. */
export function family(academies: readonly Kin[], code: string): string[] {
  const successor = academies.find(({ id }) => id === code)?.successorCode;
  const predecessors = academies.filter(({ successorCode }) => successorCode === code).map(({ id }) => id);
  return [code, ...(successor ? [successor] : []), ...predecessors];
}

/** The code under which a series goes on. */
export const lasting = (academies: readonly Kin[], code: string): string =>
  academies.find(({ id }) => id === code)?.successorCode ?? code;

/** It exists on some day of the period. */
export const existsDuring = ({ validFrom, validTo }: Pick<Academy, "validFrom" | "validTo">, from: Day, to: Day) =>
  (validFrom ?? "") <= to && from <= (validTo ?? "9999-12-31");
