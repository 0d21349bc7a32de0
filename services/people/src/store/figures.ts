import type { Actor } from "@trame/kit/actor";
import { type Day, dayIn } from "@trame/kit/day";
import type { Db, Tx } from "../database.ts";
import { type Academy, family, labelOf } from "../domain/academy.ts";
import { type Axis, count, countBy, type Figures, LEAST_SHOWN, monthLabel } from "../domain/participation.ts";
import { maySeeSmallFigures } from "../policy.ts";
import { type DeedFilter, findDeeds } from "./deeds.ts";
import type { Academies } from "./loaders.ts";

const DEGREES: Record<string, string> = { FIRST: "Premier degré", SECOND: "Second degré" };

const ROLES: Record<string, string> = {
  REFERENT: "Professeur·es référent·es",
  TEACHER: "Enseignant·es",
  PILOT: "Inspection pilote",
  CARDIE: "CARDIE",
  IEN: "IEN du premier degré",
  EXPERT: "Expert·es DNE",
  INSPECTOR_GENERAL: "Inspection générale",
};

/** Figures by axis. What counts persons under five is hidden from those who may not see them. */
export async function participation(
  db: Db,
  { actor, at }: { actor: Actor; at: Date },
  academies: Academies,
  { filter, axis }: { filter: DeedFilter; axis: Axis },
) {
  const known = [...academies.values()];
  const today = dayIn(at);
  const deeds = await findDeeds(db, known, filter, today);
  const labels = await labelsOf(db, axis, known, today);
  const shows = ({ persons }: Figures, where: DeedFilter) =>
    persons >= LEAST_SHOWN || maySeeSmallFigures(actor, scopeOf(where, known));
  const rows = countBy(deeds, axis)
    .map(({ key, figures }) => {
      const shown = shows(figures, narrow(filter, axis, key));
      return { key, label: labels(key), hidden: !shown, figures: shown ? figures : null };
    })
    .sort(axis === "MONTH" ? (a, b) => (a.key < b.key ? -1 : 1) : (a, b) => a.label.localeCompare(b.label, "fr"));
  const total = count(deeds);
  return { axis, rows, total: total.persons === 0 || shows(total, filter) ? total : null };
}

/** A row of the axis is a narrower question. */
const narrow = (filter: DeedFilter, axis: Axis, key: string): DeedFilter => ({
  ...filter,
  ...(axis === "ACADEMY" && { academyCode: key }),
  ...(axis === "THEME" && { themeId: key }),
});

const scopeOf = ({ academyCode, themeId }: DeedFilter, academies: readonly Academy[]) => ({
  academyCodes: academyCode ? family(academies, academyCode) : undefined,
  themeId: themeId ?? undefined,
});

async function labelsOf(tx: Tx, axis: Axis, academies: readonly Academy[], today: Day) {
  switch (axis) {
    case "ACADEMY": {
      const names = new Map(academies.map((academy) => [academy.id, labelOf(academy, today)]));
      return (key: string) => names.get(key) ?? key;
    }
    case "THEME": {
      const titles = new Map((await tx.theme.findMany()).map(({ id, title }) => [id, title]));
      return (key: string) => titles.get(key) ?? "Thème à venir";
    }
    case "DISCIPLINE": {
      const names = new Map((await tx.discipline.findMany()).map(({ code, label }) => [code, label]));
      return (key: string) => names.get(key) ?? key;
    }
    case "DEGREE":
      return (key: string) => DEGREES[key] ?? key;
    case "ROLE":
      return (key: string) => ROLES[key] ?? key;
    case "MONTH":
      return monthLabel;
  }
}
