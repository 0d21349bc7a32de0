import type { ReactNode } from "react";

export interface Figure {
  value: ReactNode;
  label: string;
  detail?: string;
}

export const Figures = ({ figures }: { figures: Figure[] }) => (
  <ul className="figures">
    {figures.map(({ value, label, detail }) => (
      <li key={label}>
        <span className="figures__value">{value}</span> <span>{label}</span>
        {detail && <span className="fr-hint-text">{detail}</span>}
      </li>
    ))}
  </ul>
);
