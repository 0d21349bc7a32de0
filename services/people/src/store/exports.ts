import type { Actor } from "@trame/kit/actor";
import type { Day } from "@trame/kit/day";
import type { Db } from "../database.ts";
import { policy } from "../policy.ts";
import { type Line, writeSheet } from "../transfer/sheet.ts";
import type { Academies } from "./loaders.ts";

const EMPTY: Line = {
  nom: "",
  prenom: "",
  courriel: "",
  fonction: "",
  academie: "",
  etablissement: "",
  role: "",
  academie_du_mandat: "",
  theme: "",
  discipline: "",
  departement: "",
  corps: "",
  degre: "",
  voie: "",
  met_en_oeuvre: "",
  debut: "",
  fin: "",
  designation: "",
};

/** Persons of an academy with their mandates that are not over, in the columns that the import reads. */
export async function exportPersons(
  db: Db,
  actor: Actor,
  academies: Academies,
  { academyCodes, on }: { academyCodes: string[] | null; on: Day },
): Promise<string> {
  policy.demand(actor, "importPersons", academyCodes ? { academyCodes } : {});
  const persons = await db.person.findMany({
    where: { erasedAt: null, ...(academyCodes && { academyCode: { in: academyCodes } }) },
    orderBy: [{ nameKey: "asc" }, { id: "asc" }],
  });
  const mandates = await db.mandate.findMany({
    where: {
      personId: { in: persons.map(({ id }) => id) },
      state: { in: ["PLANNED", "STARTED"] },
      OR: [{ endsOn: null }, { endsOn: { gte: on } }],
    },
    orderBy: [{ startsOn: "asc" }, { role: "asc" }, { id: "asc" }],
  });
  const byPerson = new Map<string, (typeof mandates)[number][]>();
  for (const mandate of mandates) {
    byPerson.set(mandate.personId, [...(byPerson.get(mandate.personId) ?? []), mandate]);
  }
  const lines = persons.flatMap((person) => {
    const who: Line = {
      ...EMPTY,
      nom: person.familyName,
      prenom: person.givenName,
      courriel: person.email ?? "",
      fonction: person.position ?? "",
      academie: academies.get(person.academyCode ?? "")?.name ?? "",
      etablissement: person.establishment ?? "",
    };
    const held = byPerson.get(person.id) ?? [];
    return held.length === 0 ? [who] : held.map((mandate) => ({ ...who, ...mandateCells(mandate, academies) }));
  });
  return writeSheet(lines);
}

interface Cells {
  role: string;
  academyCode: string | null;
  themeId: string | null;
  disciplineCode: string | null;
  departement: string | null;
  corps: string | null;
  degree: string | null;
  track: string | null;
  implementsInClass: boolean;
  startsOn: Day;
  endsOn: Day | null;
  designation: string | null;
}

const mandateCells = (mandate: Cells, academies: Academies): Partial<Line> => ({
  role: mandate.role,
  academie_du_mandat: academies.get(mandate.academyCode ?? "")?.name ?? "",
  theme: mandate.themeId ?? "",
  discipline: mandate.disciplineCode ?? "",
  departement: mandate.departement ?? "",
  corps: mandate.corps ?? "",
  degre: mandate.degree ?? "",
  voie: mandate.track ?? "",
  met_en_oeuvre: mandate.implementsInClass ? "oui" : "",
  debut: mandate.startsOn,
  fin: mandate.endsOn ?? "",
  designation: mandate.designation ?? "",
});
