import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Academy, Status } from "./domain/academy.ts";

/** One row of data/academies.csv: an academy, or one period of it. */
interface Row {
  code_academie: string;
  nom: string;
  article: string;
  region_academique: string;
  code_region_academique: string;
  departements: string;
  zone_vacances: string;
  domaine_mail: string;
  valide_du: string;
  valide_au: string;
  statut: string;
  fuseau: string;
  successeur: string;
}

// The path holds from src and from dist alike.
const FILE = new URL("../data/academies.csv", import.meta.url);

/** The ministry's academies. `standIn` is a host that serves copies of their sites, for demonstrations and tests. */
export function readAcademies(standIn?: string): Omit<Academy, "version">[] {
  const rows: Row[] = parse(readFileSync(FILE, "utf8"), { columns: true, bom: true });
  const byCode = new Map<string, Row[]>();
  for (const row of rows) byCode.set(row.code_academie, [...(byCode.get(row.code_academie) ?? []), row]);
  return [...byCode.values()].map((periods) => toAcademy(periods, standIn));
}

/** Mayotte has two rows: one entity, which changed its status. */
function toAcademy(periods: readonly Row[], standIn: string | undefined): Omit<Academy, "version"> {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) throw new Error("data/academies.csv: an academy without a row");
  return {
    id: last.code_academie,
    name: last.nom,
    article: last.article,
    regionCode: last.code_region_academique,
    regionName: last.region_academique,
    departements: last.departements.split("|").filter(Boolean),
    holidayZone: last.zone_vacances || null,
    timeZone: last.fuseau,
    validFrom: first.valide_du || null,
    validTo: last.valide_au || null,
    successorCode: last.successeur || null,
    statuses: periods.map(statusOf),
    sites: sitesOf(last.domaine_mail, standIn),
  };
}

/** «académie (fusionnée dans 70)» is an académie. */
const statusOf = ({ statut, valide_du }: Row): Status => ({
  status: statut.replace(/ \(.*\)$/, ""),
  from: valide_du || null,
});

function sitesOf(domain: string, standIn: string | undefined): string[] {
  if (domain === "") return [];
  return [domain, `www.${domain}`, `pedagogie.${domain}`, ...(standIn ? [`${standIn}/${domain}`] : [])];
}
