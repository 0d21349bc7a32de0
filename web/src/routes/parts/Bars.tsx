import { figure } from "../../ui/plural.ts";

interface Bar {
  key: string;
  label: string;
  /** Null where the figure is hidden. */
  value: number | null;
}

/** Horizontal bars, one SVG a line so that no text is ever scaled; the table beside it holds the same figures. */
export function Bars({ title, bars }: { title: string; bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <figure className="bars">
      <figcaption>{title}</figcaption>
      <ul>
        {bars.map(({ key, label, value }) => (
          <li key={key}>
            <span className="bars__label">{label}</span>
            <svg width="100%" height="14" aria-hidden="true">
              <rect width={`${((value ?? 0) / most) * 100}%`} height="14" />
            </svg>
            <span className="bars__value">{value === null ? "< 5" : figure(value)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
