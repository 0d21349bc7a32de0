import { t } from "@lingui/core/macro";
import { FiguresTable, named } from "../../features/people/FiguresTable.tsx";
import type { Axis } from "../../features/people/participation.ts";
import { figure } from "../../ui/plural.ts";
import { TileMap } from "../academies/TileMap.tsx";
import { Bars } from "../parts/Bars.tsx";
import { definitions, type FigureName } from "../parts/ParticipationFigures.tsx";
import { type Row, valuesByAcademy } from "./choice.ts";

interface BreakdownProps {
  axis: Axis;
  rows: Row[];
  shown: FigureName;
  academies: { code: string; name: string }[];
}

/** A map where the axis is the academy, bars elsewhere; the same figures as a table in either case. */
export function Breakdown({ axis, rows, shown, academies }: BreakdownProps) {
  const labelled = named(axis, rows);
  const { label = "", meaning = "" } = definitions.find(({ name }) => name === shown) ?? {};
  return (
    <>
      <p>
        <strong>{label}</strong> : {meaning}
      </p>
      {axis === "academie" ? (
        <AcademyMap {...{ rows, shown, academies, label }} />
      ) : (
        <Bars
          title={label}
          bars={labelled.map((row) => ({ key: row.key, label: row.label, value: row.figures?.[shown] ?? null }))}
        />
      )}
      <FiguresTable axis={axis} rows={labelled} />
      {rows.some((row) => !row.figures) && (
        <p className="fr-hint-text">
          {t`« Moins de 5 » : les groupes de moins de cinq personnes sont masqués, pour que nul n’y soit reconnu.`}
        </p>
      )}
    </>
  );
}

const AcademyMap = ({ rows, shown, academies, label }: Omit<BreakdownProps, "axis"> & { label: string }) => {
  const values = valuesByAcademy(rows, shown);
  return (
    <TileMap
      title={t`${label} par académie, une tuile par académie`}
      legend={t`Légende : nombre de personnes`}
      academies={academies.map(({ code, name }) => ({
        code,
        name,
        value: values.has(code) ? (values.get(code) ?? null) : 0,
      }))}
      say={figure}
    />
  );
};
