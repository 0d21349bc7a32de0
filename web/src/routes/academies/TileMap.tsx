import { plural, t } from "@lingui/core/macro";
import { figure } from "../../ui/plural.ts";
import { CLASSES, classOf, FORMER_TILES, quantiles, TILES } from "./tiles.ts";

export interface MapAcademy {
  code: string;
  name: string;
  value: number;
}

const SIDE = 64;
const GAP_BELOW_MAINLAND = 24;

/** One tile an academy, darker the more scenarios; the table that follows gives the same figures. */
export function TileMap({ academies }: { academies: MapAcademy[] }) {
  const bounds = quantiles(academies.map(({ value }) => value));
  const tiles = { ...FORMER_TILES, ...TILES };
  const current = academies.filter(({ code }) => TILES[code] || !academies.some((one) => one.code === "70"));
  return (
    <figure className="tile-map">
      <nav aria-label={t`Académies sur la carte`}>
        <svg viewBox={`0 0 ${8 * SIDE} ${9 * SIDE + GAP_BELOW_MAINLAND}`} width="512">
          <title>{t`Scénarios publiés par académie, une tuile par académie`}</title>
          {current.map((academy) => {
            const tile = tiles[academy.code];
            return (
              tile && <Tile key={academy.code} academy={academy} tile={tile} shade={classOf(academy.value, bounds)} />
            );
          })}
        </svg>
      </nav>
      <figcaption>
        <Legend bounds={bounds} />
      </figcaption>
    </figure>
  );
}

interface TileProps {
  academy: MapAcademy;
  tile: [string, number, number];
  shade: number;
}

function Tile({ academy, tile: [short, column, row], shade }: TileProps) {
  const y = row * SIDE + (row >= 7 ? GAP_BELOW_MAINLAND : 0);
  return (
    <a
      href={`/academies/${academy.code}`}
      className={`tile tile--${shade}`}
      aria-label={t`${academy.name} : ${plural(academy.value, { one: "# scénario", other: "# scénarios" })}`}
    >
      <rect x={column * SIDE + 2} y={y + 2} width={SIDE - 4} height={SIDE - 4} rx="4" />
      <text x={column * SIDE + SIDE / 2} y={y + 29} className="tile__name">
        {short}
      </text>
      <text x={column * SIDE + SIDE / 2} y={y + 51} className="tile__value">
        {figure(academy.value)}
      </text>
    </a>
  );
}

function Legend({ bounds }: { bounds: number[] }) {
  const ranges = bounds.map((bound, rank) => {
    const from = rank === 0 ? 1 : (bounds[rank - 1] ?? 0) + 1;
    return {
      shade: CLASSES - (bounds.length - 1 - rank),
      text: from === bound ? figure(bound) : t`${figure(from)} à ${figure(bound)}`,
    };
  });
  return (
    <ul className="legend" aria-label={t`Légende : nombre de scénarios`}>
      {[{ shade: 0, text: t`aucun` }, ...ranges].map(({ shade, text }) => (
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
