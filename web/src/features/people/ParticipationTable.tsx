import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ParticipationScreenQuery } from "../../gen/graphql.ts";
import { Bars } from "../../routes/parts/Bars.tsx";
import { FiguresTable, named } from "./FiguresTable.tsx";
import { type Axis, axisName } from "./participation.ts";

type Rows = NonNullable<ParticipationScreenQuery["participation"]>["rows"];

/** Bars for the eye, the table for the figures. */
export function ParticipationTable({ axis, rows }: { axis: Axis; rows: Rows }) {
  const labelled = named(axis, rows);
  return (
    <>
      <Bars
        title={t`Personnes par ${axisName(axis)}`}
        bars={labelled.map(({ key, label, figures }) => ({ key, label, value: figures?.persons ?? null }))}
      />
      <FiguresTable axis={axis} rows={labelled} />
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
