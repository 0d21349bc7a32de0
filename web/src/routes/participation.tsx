import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import { monthName } from "../ui/dates.ts";
import { addressOf } from "../ui/filters.ts";
import { labelOf } from "../ui/labels.ts";
import { Page } from "../ui/Page.tsx";
import { figure } from "../ui/plural.ts";
import { TableFrame } from "../ui/TableFrame.tsx";
import { Part } from "../ui/Unavailable.tsx";
import { Bars } from "./parts/Bars.tsx";
import { definitions, ParticipationFigures } from "./parts/ParticipationFigures.tsx";

/** The axes, under their names in the address. */
const axes = {
  academie: "ACADEMY",
  theme: "THEME",
  discipline: "DISCIPLINE",
  degre: "DEGREE",
  role: "ROLE",
  mois: "MONTH",
} as const;

type Axis = keyof typeof axes;

const axisAt = (search: URLSearchParams): Axis => {
  const named = search.get("axe") ?? "";
  return Object.hasOwn(axes, named) ? (named as Axis) : "academie";
};

const page = definePage({
  query: graphql(`
    query ParticipationPage($by: ParticipationAxis!) {
      participation(by: $by) {
        rows {
          key
          label
          hidden
          figures {
            ...ParticipationTotals
          }
        }
        total {
          ...ParticipationTotals
        }
      }
    }
  `),
  variables: ({ search }) => ({ by: axes[axisAt(search)] }),
  head: () => ({
    title: t`Participation`,
    description: t`Combien de personnes participent aux travaux académiques mutualisés, chaque chiffre avec sa définition.`,
    canonical: "/participation",
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Participation() {
  const { data, place, failed } = page.useData();
  const axis = axisAt(place.search);
  return (
    <Page title={t`Participation`} lead={<p>{t`Chaque chiffre compte des personnes distinctes, une seule fois.`}</p>}>
      <AxisChoice axis={axis} />
      <Part value={data.participation} failed={failed("participation")} empty={<p>{t`Pas encore de chiffres.`}</p>}>
        {({ rows, total }) => (
          <>
            <section>
              <h2>{t`Ensemble`}</h2>
              <ParticipationFigures figures={total} />
            </section>
            <section>
              <h2>
                <Trans>Par {axisName(axis)}</Trans>
              </h2>
              {rows.length === 0 ? (
                <p>{t`Aucune participation sur cet axe.`}</p>
              ) : (
                <Breakdown axis={axis} rows={rows} />
              )}
            </section>
          </>
        )}
      </Part>
    </Page>
  );
}

const axisName = (axis: Axis) => labelOf("ParticipationAxis", axes[axis]).toLowerCase();

const AxisChoice = ({ axis }: { axis: Axis }) => (
  <nav className="orders" aria-label={t`Répartir les chiffres`}>
    <span>{t`Répartir par :`}</span>
    <ul>
      {(Object.keys(axes) as Axis[]).map((one) => (
        <li key={one}>
          <Link
            to={addressOf("/participation", { axe: one })}
            aria-current={one === axis ? "true" : undefined}
            preventScrollReset
          >
            {axisName(one)}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

interface Row {
  key: string;
  label: string;
  hidden: boolean;
  figures?: Record<(typeof definitions)[number]["name"], number> | null;
}

function Breakdown({ axis, rows }: { axis: Axis; rows: Row[] }) {
  const hidden = rows.filter((row) => !row.figures).length;
  const labelled = rows.map((row) => ({ ...row, label: axis === "mois" ? monthName(row.key) : row.label }));
  return (
    <>
      <Bars
        title={t`Personnes par ${axisName(axis)}`}
        bars={labelled.map(({ key, label, figures }) => ({ key, label, value: figures?.persons ?? null }))}
      />
      <FiguresTable axis={axis} rows={labelled} />
      {hidden > 0 && (
        <p className="fr-hint-text">
          <Trans>
            « Moins de 5 » : les groupes de moins de cinq personnes sont masqués, pour que nul n’y soit reconnu.
          </Trans>
        </p>
      )}
    </>
  );
}

const FiguresTable = ({ axis, rows }: { axis: Axis; rows: Row[] }) => (
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
