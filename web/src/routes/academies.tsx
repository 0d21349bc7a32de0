import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { AcademiesPageQuery } from "../gen/graphql.ts";
import { Page } from "../ui/Page.tsx";
import { figure } from "../ui/plural.ts";
import { TableFrame } from "../ui/TableFrame.tsx";
import { Unavailable } from "../ui/Unavailable.tsx";
import { TileMap } from "./academies/TileMap.tsx";

const page = definePage({
  query: graphql(`
    query AcademiesPage {
      academies {
        code
        name
        label
        region {
          code
          name
        }
      }
      scenarioFacets {
        academies {
          value
          count
        }
      }
      participation(by: ACADEMY) {
        rows {
          key
          hidden
          figures {
            persons
          }
        }
      }
    }
  `),
  head: () => ({
    title: t`Académies`,
    description: t`Les académies et ce que leurs équipes ont publié : projets, scénarios, supports et modules.`,
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Academies() {
  const { data } = page.useData();
  const { academies, scenarioFacets } = data;
  const published = new Map(scenarioFacets?.academies.map(({ value, count }) => [value, count]));
  return (
    <Page title={t`Académies`} lead={<p>{t`Ce que les équipes de chaque académie ont essayé, écrit et partagé.`}</p>}>
      {scenarioFacets && academies && (
        <section>
          <h2>{t`Scénarios publiés par académie`}</h2>
          <TileMap
            title={t`Scénarios publiés par académie, une tuile par académie`}
            legend={t`Légende : nombre de scénarios`}
            say={(value) => plural(value, { one: "# scénario", other: "# scénarios" })}
            academies={academies.map(({ code, name }) => ({ code, name, value: published.get(code) ?? 0 }))}
          />
        </section>
      )}
      <section>
        <h2>{t`Par région académique`}</h2>
        {academies ? <Regions data={data} academies={academies} published={published} /> : <Unavailable />}
      </section>
    </Page>
  );
}

type Academy = NonNullable<AcademiesPageQuery["academies"]>[number];

interface RegionsProps {
  data: AcademiesPageQuery;
  academies: Academy[];
  published: Map<string, number>;
}

function Regions({ data, academies, published }: RegionsProps) {
  const persons = new Map(data.participation?.rows.map((row) => [row.key, row]));
  const ordered = [...academies].sort(
    (one, other) => one.region.name.localeCompare(other.region.name, "fr") || one.name.localeCompare(other.name, "fr"),
  );
  return (
    <TableFrame caption={t`Académies par région académique`}>
      <thead>
        <tr>
          <th scope="col">{t`Académie`}</th>
          <th scope="col">{t`Région académique`}</th>
          <th scope="col" className="fr-cell--right">
            {t`Scénarios publiés`}
          </th>
          <th scope="col" className="fr-cell--right">
            {t`Personnes`}
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ code, name, region }) => (
          <tr key={code}>
            <th scope="row">
              <Link to={`/academies/${code}`}>{name}</Link>
            </th>
            <td>{region.name}</td>
            <td className="fr-cell--right">{data.scenarioFacets ? figure(published.get(code) ?? 0) : "–"}</td>
            <td className="fr-cell--right">{personsIn(persons.get(code))}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Under five persons the figure is hidden. */
function personsIn(row: { hidden: boolean; figures?: { persons: number } | null } | undefined): string {
  if (!row) return "–";
  return row.figures ? figure(row.figures.persons) : t`moins de 5`;
}
