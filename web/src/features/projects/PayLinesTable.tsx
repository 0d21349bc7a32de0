import { t } from "@lingui/core/macro";
import type { PayMeasure, PayNature } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { labelOf } from "../../ui/labels.ts";
import { figure } from "../../ui/plural.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";

interface Line {
  person?: { id: string; displayName: string } | null;
  nature: PayNature;
  otherNature?: string | null;
  measure: PayMeasure;
  quantity: number;
}

export const PayLinesTable = ({ lines, caption }: { lines: readonly Line[]; caption: string }) => (
  <TableFrame caption={caption}>
    <thead>
      <tr>
        <th scope="col">{t`Personne`}</th>
        <th scope="col">{t`Nature`}</th>
        <th scope="col">{t`Quantité`}</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={`${line.person?.id} ${line.nature} ${line.otherNature} ${line.measure}`}>
          <th scope="row">{line.person?.displayName ?? "–"}</th>
          <td>
            <Nature {...line} />
          </td>
          <td>{quantityOf(line)}</td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);

export const Nature = ({ nature, otherNature }: Pick<Line, "nature" | "otherNature">) =>
  otherNature ? <span lang={inFrench}>{otherNature}</span> : labelOf("PayNature", nature);

export const quantityOf = ({ measure, quantity }: Pick<Line, "measure" | "quantity">): string =>
  measure === "EUROS" ? t`${figure(quantity)} €` : figure(quantity);
