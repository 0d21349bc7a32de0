import { t } from "@lingui/core/macro";
import { figure } from "../../ui/plural.ts";

interface Steps {
  id: string;
  label: string;
  produced: number;
  published: number;
  indexed: number;
  relayed: number;
  inLetters: number;
}

const steps: readonly [keyof Omit<Steps, "id" | "label">, string][] = [
  ["produced", t`produits`],
  ["published", t`publiés`],
  ["indexed", t`indexés`],
  ["relayed", t`relayés`],
  ["inLetters", t`dans une lettre`],
];

/** All rows together, from what is produced to what is read: each bar against the first. The table holds the same. */
export function DiffusionSteps({ rows }: { rows: readonly Steps[] }) {
  const totals = steps.map(([name, label]) => ({ name, label, value: rows.reduce((sum, row) => sum + row[name], 0) }));
  const most = Math.max(1, ...totals.map(({ value }) => value));
  return (
    <figure className="bars">
      <figcaption>{t`Du travail produit à la lettre lue`}</figcaption>
      <ul>
        {totals.map(({ name, label, value }) => (
          <li key={name}>
            <span className="bars__label">{label}</span>
            <svg width="100%" height="14" aria-hidden="true">
              <rect width={`${(value / most) * 100}%`} height="14" />
            </svg>
            <span className="bars__value">{figure(value)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
