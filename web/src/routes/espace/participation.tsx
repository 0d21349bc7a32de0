import { t } from "@lingui/core/macro";
import { Link, redirect } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { ParticipationFilters } from "../../features/people/ParticipationFilters.tsx";
import { ParticipationTable } from "../../features/people/ParticipationTable.tsx";
import {
  axes,
  axisAt,
  axisName,
  type ParticipationChoice,
  participationFilter,
  participationNames,
} from "../../features/people/participation.ts";
import { graphql } from "../../gen/gql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { addressOf, canonicalAddress, filtersFrom } from "../../ui/filters.ts";
import { Section } from "../../ui/Section.tsx";
import { Part } from "../../ui/Unavailable.tsx";
import { ParticipationFigures } from "../parts/ParticipationFigures.tsx";
import type { Route } from "./+types/participation.ts";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query ParticipationScreen($by: ParticipationAxis!, $filter: ParticipationFilter) {
      participation(by: $by, filter: $filter) {
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
      campaigns(first: 20) {
        nodes {
          id
          label
        }
      }
      themes(first: 100) {
        nodes {
          id
          title
        }
      }
      academies(all: true) {
        code
        name
      }
      disciplines {
        code
        label
      }
    }
  `),
  variables: ({ search }) => ({
    by: axes[axisAt(search)],
    filter: participationFilter(filtersFrom(search, participationNames)),
  }),
  fresh: true,
  head: () => ({ title: t`Participation`, noindex: true }),
});

export const loader = (args: Route.LoaderArgs) => redirectEmpty(args.request) ?? page.loader(args);
export const clientLoader = (args: Route.ClientLoaderArgs) => redirectEmpty(args.request) ?? page.clientLoader(args);
export const meta = page.meta;

const redirectEmpty = (request: Request) => {
  const address = canonicalAddress(new URL(request.url));
  return address ? redirect(address) : null;
};

export default function Participation() {
  const { data, place, failed } = page.useData();
  const axis = axisAt(place.search);
  const choice: ParticipationChoice = filtersFrom(place.search, participationNames);
  return (
    <Screen title={t`Participation`} lead={<p>{t`Chaque chiffre compte des personnes distinctes, une seule fois.`}</p>}>
      <ParticipationFilters data={data} choice={choice} />
      <AxisChoice choice={choice} />
      <Part value={data.participation} failed={failed("participation")} empty={<p>{t`Pas encore de chiffres.`}</p>}>
        {({ rows, total }) => (
          <>
            <Section title={t`Ensemble`}>
              {total ? (
                <ParticipationFigures figures={total} />
              ) : (
                <p>{t`Moins de cinq personnes : les chiffres sont masqués, pour que nul n’y soit reconnu.`}</p>
              )}
            </Section>
            <Section title={t`Par ${axisName(axis)}`}>
              {rows.length === 0 ? (
                <Empty action={<Link to="/espace/participation">{t`Retirer les filtres`}</Link>}>
                  {t`Personne n’a participé dans ce périmètre.`}
                </Empty>
              ) : (
                <ParticipationTable axis={axis} rows={rows} />
              )}
            </Section>
          </>
        )}
      </Part>
    </Screen>
  );
}

const AxisChoice = ({ choice }: { choice: ParticipationChoice }) => (
  <nav className="orders" aria-label={t`Répartir les chiffres`}>
    <span>{t`Répartir par :`}</span>
    <ul>
      {(Object.keys(axes) as (keyof typeof axes)[]).map((one) => (
        <li key={one}>
          <Link
            to={addressOf("/espace/participation", { ...choice, axe: one })}
            aria-current={one === (choice.axe ?? "academie") ? "true" : undefined}
            preventScrollReset
          >
            {axisName(one)}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
