import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ParticipationScreenQuery } from "../../gen/graphql.ts";
import { Bars } from "../../routes/parts/Bars.tsx";
import { definitions } from "../../routes/parts/ParticipationFigures.tsx";
import { monthName } from "../../ui/dates.ts";
import { labelOf } from "../../ui/labels.ts";
import { figure } from "../../ui/plural.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { type Axis, axes, axisName } from "./participation.ts";

type Rows = NonNullable<ParticipationScreenQuery["participation"]>["rows"];

/** Bars for the eye, the table for the figures. */
export function ParticipationTable({ axis, rows }: { axis: Axis; rows: Rows }) {
  const labelled = rows.map((row) => ({ ...row, label: axis === "mois" ? monthName(row.key) : row.label }));
  return (
    <>
      <Bars
        title={t`Personnes par ${axisName(axis)}`}
        bars={labelled.map(({ key, label, figures }) => ({ key, label, value: figures?.persons ?? null }))}
      />
      <TableFrame caption={t`Participation par ${axisName(axis)}, en personnes distinctes`}>
        <thead>
          <tr>
            <th scope="col">{labelOf("ParticipationAxis", axes[axis])}</th>
            {definitions.map(({ name, label }) => (
              <th key={name} scope="col" className="fr-cell--right">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labelled.map(({ key, label, figures }) => (
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
      {rows.some(({ figures }) => !figures) && (
        <p className="fr-hint-text">
          <Trans>
            « Moins de 5 » : les groupes de moins de cinq personnes sont masqués à qui n’a pas le droit de les lire.
          </Trans>
        </p>
      )}
    </>
  );
}
