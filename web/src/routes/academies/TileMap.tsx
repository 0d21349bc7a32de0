import { t } from "@lingui/core/macro";
import { figure } from "../../ui/plural.ts";
import { CLASSES, classOf, FORMER_TILES, quantiles, TILES } from "./tiles.ts";

export interface MapAcademy {
  code: string;
  name: string;
  /** Null where the figure is hidden, since fewer than five persons are behind it. */
  value: number | null;
}

interface TileMapProps {
  /** What a darker tile has more of. */
  title: string;
  legend: string;
  academies: MapAcademy[];
  /** A tile's figure with its unit, for who hears it. */
  say: (value: number) => string;
}

const SIDE = 64;
const GAP_BELOW_MAINLAND = 24;

/** One tile an academy, darker the higher the figure; the table that follows gives the same figures. */
export function TileMap({ title, legend, academies, say }: TileMapProps) {
  const bounds = quantiles(academies.map(({ value }) => value ?? 0));
  const hidden = academies.some(({ value }) => value === null);
  const tiles = { ...FORMER_TILES, ...TILES };
  const current = academies.filter(({ code }) => TILES[code] || !academies.some((one) => one.code === "70"));
  return (
    <figure className="tile-map">
      <nav aria-label={t`Académies sur la carte`}>
        <svg viewBox={`0 0 ${8 * SIDE} ${9 * SIDE + GAP_BELOW_MAINLAND}`} width="512" height="600">
          <title>{title}</title>
          {current.map((academy) => {
            const tile = tiles[academy.code];
            const spoken = academy.value === null ? t`moins de 5` : say(academy.value);
            return tile && <Tile key={academy.code} {...{ academy, tile, spoken }} shade={shadeOf(academy, bounds)} />;
          })}
        </svg>
      </nav>
      <figcaption>
        <Legend bounds={bounds} label={legend} hidden={hidden} />
      </figcaption>
    </figure>
  );
}

/** What is hidden is told apart from what is none. */
const shadeOf = ({ value }: MapAcademy, bounds: number[]): string =>
  value === null ? "hidden" : String(classOf(value, bounds));

interface TileProps {
  academy: MapAcademy;
  tile: [string, number, number];
  shade: string;
  spoken: string;
}

function Tile({ academy, tile: [short, column, row], shade, spoken }: TileProps) {
  const y = row * SIDE + (row >= 7 ? GAP_BELOW_MAINLAND : 0);
  return (
    <a
      href={`/academies/${academy.code}`}
      className={`tile tile--${shade}`}
      aria-label={t`${academy.name} : ${spoken}`}
    >
      <rect x={column * SIDE + 2} y={y + 2} width={SIDE - 4} height={SIDE - 4} rx="4" />
      <text x={column * SIDE + SIDE / 2} y={y + 29} className="tile__name">
        {short}
      </text>
      <text x={column * SIDE + SIDE / 2} y={y + 51} className="tile__value">
        {academy.value === null ? "< 5" : figure(academy.value)}
      </text>
    </a>
  );
}

function Legend({ bounds, label, hidden }: { bounds: number[]; label: string; hidden: boolean }) {
  const ranges = bounds.map((bound, rank) => {
    const from = rank === 0 ? 1 : (bounds[rank - 1] ?? 0) + 1;
    return {
      shade: String(CLASSES - (bounds.length - 1 - rank)),
      text: from === bound ? figure(bound) : t`${figure(from)} à ${figure(bound)}`,
    };
  });
  const unseen = hidden ? [{ shade: "hidden", text: t`moins de 5, masqué` }] : [];
  return (
    <ul className="legend" aria-label={label}>
      {[{ shade: "0", text: t`aucun` }, ...unseen, ...ranges].map(({ shade, text }) => (
        <li key={shade}>
          <svg width="16" height="16" aria-hidden="true" className={`tile tile--${shade}`}>
            <rect x="1" y="1" width="14" height="14" />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
