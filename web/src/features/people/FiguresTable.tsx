import { t } from "@lingui/core/macro";
import { definitions, type FigureName } from "../../routes/parts/ParticipationFigures.tsx";
import { monthName } from "../../ui/dates.ts";
import { labelOf } from "../../ui/labels.ts";
import { figure } from "../../ui/plural.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { type Axis, axes, axisName } from "./participation.ts";

interface Row {
  key: string;
  label: string;
  figures?: Record<FigureName, number> | null;
}

/** The rows as they are read: a month by its name. */
export const named = <One extends Row>(axis: Axis, rows: readonly One[]): One[] =>
  rows.map((row) => ({ ...row, label: axis === "mois" ? monthName(row.key) : row.label }));

/** Every figure of every row; a row whose figures are kept back says so. */
export const FiguresTable = ({ axis, rows }: { axis: Axis; rows: readonly Row[] }) => (
  <TableFrame caption={t`Participation par ${axisName(axis)}, en personnes distinctes`}>
    <thead>
      <tr>
        <th scope="col">{labelOf("ParticipationAxis", axes[axis])}</th>
        {definitions.map(({ name, label, meaning }) => (
          <th key={name} scope="col" className="fr-cell--right" title={meaning}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, label, figures }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          {figures ? (
            definitions.map(({ name }) => (
              <td key={name} className="fr-cell--right">
                {figure(figures[name])}
              </td>
            ))
          ) : (
            <td colSpan={definitions.length}>{t`Moins de 5`}</td>
          )}
        </tr>
      ))}
    </tbody>
  </TableFrame>
);
